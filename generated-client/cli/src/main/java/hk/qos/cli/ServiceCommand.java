package hk.qos.cli;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.Undecodable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that talks to the service. */
abstract class ServiceCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    /** Runs the command and returns its exit status. */
    abstract int run(QosClient client) throws InterruptedException;

    /** Changes settings of the client before it is built. */
    QosClientBuilder settings(QosClientBuilder builder) {
        return builder;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Service opened = service.open(console(), spec.commandLine(), this::settings)) {
            return run(opened.client());
        }
    }

    final boolean isVerbose() {
        return service.isVerbose();
    }

    final Console console() {
        return Qos.console(spec);
    }

    /** Returns each code of arguments once, in canonical spelling. */
    final List<String> codes(List<String> texts) {
        return Codes.all(texts, spec);
    }

    /** Returns what is thrown for wrong usage. */
    final ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Reports what an answer lacks, and returns the exit status. */
    final int complete(List<?> missing, List<Undecodable> undecodable) {
        if (!missing.isEmpty()) {
            String more = missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " others" : "";
            String shown = String.join(
                    ", ", missing.stream().limit(SHOWN).map(String::valueOf).toList());
            console()
                    .say("no answer for " + shown + more + "; the service may not know "
                            + (missing.size() == 1 ? "it" : "them"));
        }
        if (!undecodable.isEmpty()) {
            console()
                    .say("left out what could not be read: " + undecodable.size() + ", the first at "
                            + undecodable.get(0).path() + ": "
                            + undecodable.get(0).reason());
        }
        return missing.isEmpty() && undecodable.isEmpty() ? Qos.OK : Qos.FAILED;
    }
}
