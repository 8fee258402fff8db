package hk.qos.cli;

import hk.qos.cli.output.ClosedPipeException;
import hk.qos.error.AuthenticationException;
import hk.qos.error.PartialAnswerException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line on standard error, and chooses the exit status. */
final class Failures {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    int usage(ParameterException failure, String[] arguments) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        console.say(line(failure));
        console.err().println("Try '" + command + " --help'.");
        trace(failure, Arrays.asList(arguments).contains(ServiceOptions.VERBOSE));
        return Qos.USAGE;
    }

    int execution(Exception failure, CommandLine line, ParseResult parsed) {
        Throwable reason = unwrapped(failure);
        if (reason instanceof ClosedPipeException) {
            return Qos.OK;
        }
        console.say(line(reason) + hint(reason));
        boolean verbose = line.getCommand() instanceof ServiceCommand command && command.isVerbose();
        trace(reason, verbose);
        return reason instanceof IllegalArgumentException ? Qos.USAGE : Qos.FAILED;
    }

    static Throwable unwrapped(Throwable failure) {
        Throwable reason = failure;
        while ((reason instanceof CompletionException || reason instanceof ExecutionException)
                && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }

    /** The message of a failure as one line. */
    static String line(Throwable failure) {
        String message = failure.getMessage();
        return (message == null ? failure.toString() : message)
                .replaceAll("\\R", " ")
                .replaceAll("\\p{Cntrl}", "?")
                .strip();
    }

    private static String hint(Throwable failure) {
        if (failure instanceof AuthenticationException) {
            return " (the key comes from QOS_API_KEY)";
        }
        if (failure instanceof PartialAnswerException partial) {
            return " (" + partial.failedKeys().size() + " instruments failed, "
                    + partial.unsentKeys().size() + " were not requested)";
        }
        return "";
    }

    private void trace(Throwable failure, boolean verbose) {
        if (verbose) {
            PrintWriter err = console.err();
            failure.printStackTrace(err);
        }
        console.err().flush();
    }
}
