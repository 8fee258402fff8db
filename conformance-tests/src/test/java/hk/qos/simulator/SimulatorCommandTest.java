package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator as a process of its own. */
class SimulatorCommandTest {
    private static final int SECONDS = 30;
    private static final int SIGTERM_STATUS = 143;

    private final List<Process> processes = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void printsBothAddressesServesThemAndStopsOnSignal() throws Exception {
        Process process = start("--port", "0", "--key", RawHttp.KEY, "--seed", "7", "--push-rate", "5", "--strict");
        BufferedReader printed = process.inputReader(StandardCharsets.UTF_8);
        String first = printed.readLine();
        assertThat(first).matches("http://127\\.0\\.0\\.1:(\\d+) ws://127\\.0\\.0\\.1:\\1/ws");

        URI snapshots = URI.create(first.substring(0, first.indexOf(' '))).resolve("/snapshot");
        assertThat(status(snapshots, RawHttp.KEY)).isEqualTo(200);
        assertThat(status(snapshots, "another")).isEqualTo(401);

        process.toHandle().destroy(); // Sends SIGTERM; the output can still be read.
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(SIGTERM_STATUS);
        assertThat(printed.readLine()).as("more on standard output").isNull();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void writesTheAuthorityToTrust(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("authority.pem");
        Process process = start("--port", "0", "--tls", "--authority-file", file.toString());
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("https://127.0.0.1:");
        assertThat(Files.readString(file)).startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void exitsWithAStatusAndNoStackTraceIfItCannotStart() throws Exception {
        Process process = start("--port", "65536");
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly("qos-simulator: port is 65536, must be 0 to 65535", "Try --help.");
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "--port, -1, port is -1",
        "--port, x, --port",
        "--push-rate, 0, pushRate is 0.0",
        "--push-rate, 1001, pushRate is 1001",
        "--instruments, 0, 0 instruments",
        "--requests-per-minute, 0, 0 requests a minute",
        "--connections, 0, 0 connections",
        "--spacing-millis, -1, spacing is negative",
        "--authority-file, a.pem, --authority-file needs --tls",
        "--key, ' ', key is blank",
        "--sead, 3, --sead"
    })
    void refusesInvalidOptionsByName(String option, String value, String named) {
        assertThat(run("--host", "127.0.0.1", option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(named).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void reportsAPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", Integer.toString(taken.getLocalPort()))).isOne();
            assertThat(err.toString()).contains("Cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void explainsEveryOptionAndItsDefault() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--port", "--key", "--seed", "--push-rate", "--strict", "--tls")
                .containsPattern("Port to listen on, 0 for a free one\\s+\\(8080\\)");
    }

    private int run(String... arguments) {
        return SimulatorCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add("hk.qos.simulator.SimulatorCommand");
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static int status(URI uri, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"codes\":[\"US:AAPL\"]}"))
                .build();
        return RawHttp.CLIENT
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
