package hk.qos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.QosSimulator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit statuses and messages. */
class FailuresTest {
    private static final String KEY = "key-for-failures-8c1f2e";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quote                                       | Missing required parameter
                    quote nonsense                              | text must name one instrument
                    quote HK:700 --csv --json                   | --csv and --json exclude each other
                    quote HK:700 --nonsense                     | Unknown option: '--nonsense'
                    trades HK:700 --count 0                     | count
                    bars HK:700 --type 7m                       | '7m' is not a length of bars; use one of 1m, 5m
                    calendar XX                                 | 'XX' is not a market; use one of US, HK
                    history HK:700                              | give either --from or --bars
                    history HK:700 --from yesterday             | --from must be a date such as 2026-11-30
                    history HK:700 --from 2026-11-20 --to 2026-11-10 | to must be after from
                    watch HK:700 --for soon                     | 'soon' is not a duration; write 30s
                    bars HK:700 --chart no/such/folder/x.svg    | --chart must be a file in a folder that exists
                    record no/such/folder/x HK:700              | FILE must be a file in a folder that exists
                    quote HK:700 --http-url http://127.0.0.1:1  | --simulator has addresses of its own
                    nonsense                                    | Unmatched arguments from index 0: 'nonsense'
                    """)
    void wrongUsageIsOneLineAndStatus2(String arguments, String message) {
        Run run = Run.simulated(arguments.split(" +"));

        assertThat(run.err()).startsWith("qos: ").contains(message).doesNotContain("\tat ");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(run.status()).isEqualTo(Qos.USAGE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMissingKeyNamesTheVariable() {
        Run run = new Run().start("quote", "HK:700");

        assertThat(run.err()).contains("set the environment variable QOS_API_KEY, or try --simulator");
        assertThat(run.status()).isEqualTo(Qos.USAGE);
    }

    @Test
    void aWrongKeyIsAFailureAndIsNotShown() {
        try (QosSimulator simulator =
                QosSimulator.builder().key("another-key-0123456789").start()) {
            for (String command : new String[] {"quote HK:700", "watch HK:700", "explain HK:700"}) {
                Run run = new Run()
                        .environment("QOS_API_KEY", KEY)
                        .environment("QOS_HTTP_URL", simulator.httpUri().toString())
                        .environment("QOS_WS_URL", simulator.wsUri().toString())
                        .start((command + " --verbose").split(" "));

                assertThat(run.status()).isEqualTo(Qos.FAILED);
                assertThat(run.err()).startsWith("qos: ");
                assertThat(run.out() + run.err()).doesNotContain(KEY).doesNotContain(KEY.substring(4, 14));
            }
        }
    }

    @Test
    void anUnknownInstrumentIsAFailureAndTheOthersArePrinted() {
        Run run = Run.simulated("quote", "HK:700", "HK:99999");

        assertThat(run.status()).isEqualTo(Qos.FAILED);
        assertThat(run.err()).isEqualTo("qos: no answer for HK:99999; the service may not know it\n");
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(1)).startsWith("HK:700");
    }

    @Test
    void watchTellsWhyItIsNotConnected() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Run run = new Run()
                .environment("QOS_API_KEY", KEY)
                .environment("QOS_HTTP_URL", "http://127.0.0.1:" + port)
                .environment("QOS_WS_URL", "ws://127.0.0.1:" + port + "/ws");
        Thread watching = new Thread(() -> run.start("watch", "HK:700"));
        watching.start();
        run.retried().get(60, TimeUnit.SECONDS);
        watching.interrupt();
        watching.join();

        assertThat(run.status()).isEqualTo(Qos.FAILED);
        assertThat(run.err()).contains("no connection to 127.0.0.1:" + port).doesNotContain(KEY);
    }

    @Test
    void anUnreachableServerIsAFailureInOneLine() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Run run = new Run()
                .environment("QOS_API_KEY", KEY)
                .start(
                        "explain",
                        "--http-url",
                        "http://127.0.0.1:" + port,
                        "--ws-url",
                        "ws://127.0.0.1:" + port + "/ws",
                        "--wait",
                        "0.1s");

        assertThat(run.status()).isEqualTo(Qos.FAILED);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out() + run.err()).doesNotContain(KEY);
    }

    @Test
    void aReaderThatGoesEndsTheProgramQuietly() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        for (String arguments : new String[] {
            "quote HK:700", "history HK:700 --bars 50 --csv", "watch HK:700 --json", "--help", "completion"
        }) {
            Run run = new Run()
                    .writesTo(closed)
                    .simulator(() -> Run.simulator().pushRate(100))
                    .start((arguments.startsWith("--") || arguments.equals("completion")
                                    ? arguments
                                    : arguments + " --simulator")
                            .split(" "));

            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
        }
    }

    @Test
    void aFullDiskIsAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Run run = new Run().writesTo(full).start("quote", "HK:700", "--simulator");

        assertThat(run.status()).isEqualTo(Qos.FAILED);
        assertThat(run.err()).isEqualTo("qos: cannot write the output: No space left on device\n");
    }
}
