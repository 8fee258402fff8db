package hk.qos.cli;

import hk.qos.cli.output.ClosedPipeException;
import hk.qos.cli.output.Output;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program; each command is a class of its own. */
@Command(
        name = "qos",
        description = "Quotes of the QOS API on the command line.",
        footer = {
            "",
            "Examples:",
            "  qos quote 700.HK AAPL.US --simulator",
            "  qos history US:AAPL --type 15m --from 2026-11-01 --csv > aapl.csv",
            "",
            "The API key is read from QOS_API_KEY. --simulator needs none: it shows invented prices.",
            "Exit status: 0 success, 1 failure of service or network, 2 wrong usage."
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        subcommands = {
            QuoteCommand.class,
            DepthCommand.class,
            TradesCommand.class,
            BarsCommand.class,
            HistoryCommand.class,
            WatchCommand.class,
            CalendarCommand.class,
            ProductsCommand.class,
            InfoCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            CompletionCommand.class
        })
final class Qos implements Runnable {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Qos(Console console) {
        this.console = console;
    }

    /** Runs a command and returns its exit status. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Qos(console))
                .setOut(new PrintWriter(new OutputWriter(console.out())))
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(console.colours().on() ? Help.Ansi.ON : Help.Ansi.OFF));
        Failures failures = new Failures(console);
        line.setParameterExceptionHandler(failures::usage);
        line.setExecutionExceptionHandler(failures::execution);
        int status = OK;
        try {
            status = line.execute(arguments);
            line.getOut().flush();
            console.out().flush();
        } catch (ClosedPipeException e) {
            return status;
        } catch (UncheckedIOException e) {
            if (status == OK) {
                console.say(String.valueOf(e.getMessage()));
                status = FAILED;
            }
        } finally {
            console.err().flush();
        }
        return status;
    }

    /** Returns the console of the program that a command is part of. */
    static Console console(CommandSpec command) {
        return ((Qos) command.root().userObject()).console;
    }

    /** Returns the completion script of the program that a command is part of. */
    static String completion(CommandSpec command) {
        return AutoComplete.bash("qos", command.root().commandLine());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** What picocli writes, such as help. */
    private static final class OutputWriter extends Writer {
        private final Output out;

        private OutputWriter(Output out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            out.text(new String(text, offset, length));
        }

        /** The end of the run flushes, and handles failures. */
        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
