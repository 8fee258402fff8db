package hk.qos.cli;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.stream.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code record}. */
@Command(
        name = "record",
        description = {
            "Records quotes, trades and order books as they come, until Ctrl-C.",
            "An existing file is continued. 'qos replay' and the simulator play it."
        },
        footer = {"", "Example: qos record morning.jsonl 700.HK --for 30m"})
final class RecordCommand extends StreamCommand {
    private static final long SECOND = TimeUnit.SECONDS.toMillis(1);

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording, in a folder that exists.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "CODES", description = Codes.DESCRIPTION)
    private List<String> texts = new ArrayList<>();

    private RecordCommand() {}

    @Override
    QosClientBuilder settings(QosClientBuilder builder) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw usage("FILE must be a file in a folder that exists: " + file);
        }
        codes(texts);
        return builder.stream(options -> options.recording(Recording.to(file)));
    }

    @Override
    int run(QosClient client) throws InterruptedException {
        List<String> recorded = codes(texts);
        QosStream stream = client.stream();
        follow(stream);
        follow(stream.subscribeSnapshots(recorded, push -> handle(() -> {})));
        follow(stream.subscribeTrades(recorded, push -> handle(() -> {})));
        follow(stream.subscribeDepths(recorded, push -> handle(() -> {})));
        await(SECOND, this::progress);
        if (console().progress()) {
            console().err().print("\r\u001b[K");
        }
        console().say(count() + " pushes recorded in " + file);
        return ended();
    }

    private void progress() {
        if (console().progress()) {
            console().err().print("\r\u001b[K" + count() + " pushes recorded");
            console().err().flush();
        }
    }
}
