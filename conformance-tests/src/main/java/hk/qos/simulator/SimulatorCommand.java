package hk.qos.simulator;

import hk.qos.simulator.market.Hours;
import hk.qos.simulator.settings.ExtraConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulator as a process of its own: {@code java -jar qos-simulator.jar --port 8080}. */
@Command(
        name = "qos-simulator",
        description = {
            "Simulates the QOS quote service: HTTP and stream on one port, with a market made from a seed.",
            "Its markets are always open unless --exchange-hours is given. The first line that it prints tells both"
                    + " addresses. Ctrl-C ends it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class SimulatorCommand implements Callable<Integer> {
    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 0 for a free one (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Key to accept; may be given several times. Without it, every key is accepted.")
    private List<String> keys = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the market (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--push-rate",
            paramLabel = "R",
            description = "Pushes a second for each subscription, at most 1000 (${DEFAULT-VALUE}).")
    private double pushRate = 1;

    @Option(names = "--strict", description = "Close a stream with 1008 on any violation.")
    private boolean strict;

    @Option(names = "--tls", description = "HTTPS and WSS, with a certificate made at start.")
    private boolean tls;

    @Option(
            names = "--authority-file",
            paramLabel = "FILE",
            description = "With --tls: where to write the certificate of the authority to trust, as PEM.")
    private @Nullable Path authorityFile;

    @Option(names = "--instruments", paramLabel = "N", description = "Instruments that the plan permits.")
    private @Nullable Integer instruments;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            description = "Requests a minute that the plan permits, for each interface.")
    private @Nullable Integer requestsPerMinute;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Stream connections of a key that the plan permits.")
    private @Nullable Integer connections;

    @Option(names = "--spacing-millis", paramLabel = "N", description = "Shortest time between two frames of a client.")
    private @Nullable Long spacingMillis;

    @Option(names = "--unlimited", description = "No limits at all.")
    private boolean unlimited;

    @Option(
            names = "--refuse-extra-connections",
            description = "Refuse a connection too many, instead of closing the oldest one.")
    private boolean refuseExtra;

    @Option(names = "--exchange-hours", description = "Trade in the hours of the exchanges only.")
    private boolean exchangeHours;

    @Option(names = "--hk-leading-zeros", description = "Answer HK:00700 rather than HK:700.")
    private boolean leadingZeros;

    @Option(
            names = "--sparse",
            description = "Leave out of FX, IX and CM records all that a client must be able to do without.")
    private boolean sparse;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Push what a stream recorded, from the first subscription of each connection on, instead of the market.")
    private @Nullable Path replay;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "With --replay: 2 for twice as fast, Infinity without pauses (1).")
    private @Nullable Double speed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SimulatorCommand() {}

    /** Runs until the process is asked to end. */
    public static void main(String[] arguments) {
        // The jar has no logging backend; SLF4J would warn about it at every start.
        System.setProperty("slf4j.internal.verbosity", System.getProperty("slf4j.internal.verbosity", "ERROR"));
        int status = run(writer(System.out), writer(System.err), arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Runs until the process is asked to end; returns an exit status at once if it cannot start. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new SimulatorCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, line, parsed) -> fail(line, e))
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (authorityFile != null && !tls) {
            throw new IllegalArgumentException("--authority-file needs --tls");
        }
        if (speed != null && replay == null) {
            throw new IllegalArgumentException("--speed needs --replay");
        }
        CountDownLatch end = new CountDownLatch(1);
        try (QosSimulator simulator = settings().start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(simulator, end), "qos-simulator-end"));
            writeAuthority(simulator.authority());
            PrintWriter out = spec.commandLine().getOut();
            out.println(simulator.httpUri() + " " + simulator.wsUri());
            out.flush();
            end.await();
        }
        return 0;
    }

    private static void end(QosSimulator simulator, CountDownLatch end) {
        simulator.close();
        end.countDown();
    }

    private QosSimulatorBuilder settings() {
        QosSimulatorBuilder settings = QosSimulator.builder()
                .host(host)
                .port(port)
                .seed(seed)
                .pushRate(pushRate)
                .strict(strict)
                .hongKongLeadingZeros(leadingZeros)
                .sparseRecords(sparse)
                .hours(exchangeHours ? Hours.EXCHANGE : Hours.ALWAYS)
                .extraConnection(refuseExtra ? ExtraConnection.REFUSED : ExtraConnection.NEWEST_WINS);
        keys.forEach(settings::key);
        if (replay != null) {
            settings.replay(replay, speed == null ? 1 : speed);
        }
        if (tls) {
            settings.tls();
        }
        if (unlimited) {
            settings.unlimited();
        }
        if (instruments != null) {
            settings.instruments(instruments);
        }
        if (requestsPerMinute != null) {
            settings.requestsPerMinute(requestsPerMinute);
        }
        if (connections != null) {
            settings.connections(connections);
        }
        if (spacingMillis != null) {
            settings.spacing(Duration.ofMillis(spacingMillis));
        }
        return settings;
    }

    private void writeAuthority(@Nullable X509Certificate authority) {
        Path file = authorityFile;
        if (file == null || authority == null) {
            return;
        }
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded());
            String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
            Files.writeString(file, pem, StandardCharsets.US_ASCII);
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalArgumentException("--authority-file " + file + ": cannot write it (" + e + ")", e);
        }
    }

    private static int fail(CommandLine line, Exception e) {
        Throwable cause = e.getCause();
        String reason = cause == null || e instanceof IllegalArgumentException ? "" : ": " + cause.getMessage();
        line.getErr().println("qos-simulator: " + e.getMessage() + reason);
        line.getErr().println("Try --help.");
        return e instanceof IllegalArgumentException
                ? line.getCommandSpec().exitCodeOnInvalidInput()
                : line.getCommandSpec().exitCodeOnExecutionException();
    }
}
