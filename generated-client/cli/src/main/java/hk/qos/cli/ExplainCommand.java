package hk.qos.cli;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.stream.StreamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code explain}. */
@Command(
        name = "explain",
        description = "Connects the stream, and says in what state it is and why.",
        footer = {"", "Example: qos explain 700.HK AAPL.US --wait 10s"})
final class ExplainCommand extends ServiceCommand {
    @Parameters(arity = "0..*", paramLabel = "CODES", description = "Instruments to subscribe to, for their pushes.")
    private List<String> texts = new ArrayList<>();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = Durations.class,
            defaultValue = "5s",
            description = "Longest time to wait for connection and acknowledgements (${DEFAULT-VALUE}).")
    private Duration wait = Duration.ofSeconds(5);

    private ExplainCommand() {}

    @Override
    int run(QosClient client) throws InterruptedException {
        List<String> codes =
                texts.stream().flatMap(text -> Codes.read(text).stream()).toList();
        QosStream stream = client.stream();
        CompletableFuture<Void> ready = codes.isEmpty()
                ? stream.connect()
                : stream.subscribeSnapshots(codes).ready();
        String failure = "";
        try {
            ready.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            failure = Failures.line(Failures.unwrapped(e));
        } catch (TimeoutException e) {
            failure = "not ready within " + wait.toMillis() + " ms";
        }
        console().out().line(client.toString());
        console().out().line(stream.explain());
        if (!failure.isEmpty()) {
            console().say(failure);
        }
        return failure.isEmpty() && stream.state() == StreamState.READY ? Qos.OK : Qos.FAILED;
    }
}
