package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every HTTP fault has its effect the given number of times. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpFaultsTest {
    private static final String AAPL = "{\"codes\":[\"US:AAPL\"]}";

    private final QosSimulator simulator = QosSimulator.builder().unlimited().start();
    private final RawHttp http = new RawHttp(simulator);
    private final Faults faults = simulator.faults();

    @AfterEach
    void clear() throws Exception {
        faults.clear();
        assertThat(http.json("/snapshot", AAPL).path("msg").asString()).isEqualTo("OK");
    }

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void returnsAStatusTheGivenNumberOfTimesOnOnePath() throws Exception {
        faults.http("/snapshot", HttpFault.status(503), 2);
        assertThat(http.post("/depth", AAPL).statusCode()).isEqualTo(200);
        assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(503);
        assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(503);
        assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
    }

    @Test
    void faultOnEveryPathLastsUntilCleared() throws Exception {
        faults.http(HttpFault.html(502));
        for (String path : new String[] {"/snapshot", "/depth", "/snapshot"}) {
            HttpResponse<String> answer = http.post(path, AAPL);
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).startsWith("<html>");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        }
    }

    @Test
    void expiredKeyIsReportedByEachInterfaceWithAKey() throws Exception {
        faults.expireKeys();
        for (String path : new String[] {"/snapshot", "/depth"}) {
            HttpResponse<String> answer = http.post(path, AAPL);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"msg\":\"Key expired.\"}");
        }
        assertThat(http.json("/register", "{\"email\":\"somebody@example.com\"}")
                        .path("msg")
                        .asString())
                .isEqualTo("OK");
        assertThat(simulator.observations().violations()).isEmpty();
    }

    @Test
    void forbidsOnlyTheWithheldInterface() throws Exception {
        faults.withhold("/depth");
        HttpResponse<String> answer = http.post("/depth", AAPL);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"msg\":\"No permission for depth.\"}");
        assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsRetryAfterAndRedirects() throws Exception {
        faults.http("/snapshot", HttpFault.retryAfter(429, "7"), 1);
        assertThat(http.post("/snapshot", AAPL).headers().firstValue("Retry-After"))
                .hasValue("7");
        faults.http("/snapshot", HttpFault.redirect(302, "http://127.0.0.1:1/"), 1);
        HttpResponse<String> moved = http.post("/snapshot", AAPL);
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location")).hasValue("http://127.0.0.1:1/");
    }

    @Test
    void sendsErrorTextsAndTruncatedJson() throws Exception {
        faults.http("/snapshot", HttpFault.refusal("Key \"x\" expired."), 1);
        assertThat(http.json("/snapshot", AAPL).path("msg").asString()).isEqualTo("Key \"x\" expired.");
        faults.http("/snapshot", HttpFault.malformedJson(), 1);
        assertThat(http.post("/snapshot", AAPL).body()).doesNotEndWith("}");
        faults.http("/snapshot", HttpFault.answer(200, "text/plain", "hello"), 1);
        assertThat(http.post("/snapshot", AAPL).body()).isEqualTo("hello");
    }

    @Test
    void endsTheConnectionBeforeOrWithinAnAnswer() {
        faults.http("/snapshot", HttpFault.truncated(), 1);
        assertThatThrownBy(() -> http.post("/snapshot", AAPL)).isInstanceOf(IOException.class);
        // The JDK's HTTP client repeats a request once if its connection is lost.
        faults.http("/snapshot", HttpFault.reset(), Faults.ALWAYS);
        assertThatThrownBy(() -> http.post("/snapshot", AAPL)).isInstanceOf(IOException.class);
    }

    @Test
    void delaysOrOmitsAnAnswer() throws Exception {
        faults.http("/snapshot", HttpFault.delay(Duration.ofMillis(120)), 1);
        long start = System.nanoTime();
        assertThat(http.json("/snapshot", AAPL).path("msg").asString()).isEqualTo("OK");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));

        faults.http("/snapshot", HttpFault.status(500).after(Duration.ofMillis(60)), 1);
        assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(500);

        faults.http("/snapshot", HttpFault.silence(), 1);
        HttpRequest.Builder withTimeout =
                http.request("/snapshot", AAPL).header("key", RawHttp.KEY).timeout(Duration.ofMillis(150));
        assertThatThrownBy(() -> http.send(withTimeout)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void refusesCodesWithAnErrorText() throws Exception {
        faults.refuse("US:TSLA", "No permission for US:TSLA");
        assertThat(http.json("/depth", "{\"codes\":[\"US:AAPL,TSLA\"]}")
                        .path("msg")
                        .asString())
                .isEqualTo("No permission for US:TSLA");
        assertThat(http.json("/depth", AAPL).path("msg").asString()).isEqualTo("OK");
    }

    @Test
    void modifiesBodiesOnRequest() throws Exception {
        faults.byteOrderMark();
        assertThat(http.post("/snapshot", AAPL).body()).startsWith("\ufeff{");
        faults.clear();
        faults.http("/snapshot", HttpFault.padded(100_000).header("X-Trace", "7"), 1);
        HttpResponse<String> padded = http.post("/snapshot", AAPL);
        assertThat(padded.body()).hasSizeGreaterThan(100_000).contains("US:AAPL");
        assertThat(padded.headers().firstValue("X-Trace")).hasValue("7");
        faults.replaceField("US:AAPL", "v", "null");
        assertThat(http.post("/snapshot", AAPL).body()).contains("\"v\":null");
        faults.mute("US:AAPL");
        assertThat(http.json("/snapshot", AAPL).path("data").isEmpty()).isTrue();
    }

    @Test
    void idleConnectionsAreClosedOnRequest() throws Exception {
        faults.closeIdle(Duration.ofMillis(20));
        byte[] request = ("POST /snapshot HTTP/1.1\r\nHost: localhost\r\nkey: " + RawHttp.KEY
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + AAPL.length() + "\r\n\r\n" + AAPL)
                .getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            String heard = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(heard).startsWith("HTTP/1.1 200").contains("US:AAPL").doesNotContainIgnoringCase("close");
        }
    }

    @Test
    void faultOnTheStreamPathFailsUpgrades() {
        faults.http("/ws", HttpFault.retryAfter(429, "9"), 1);
        assertThat(RawStream.refusal(simulator, RawHttp.KEY).headers().firstValue("Retry-After"))
                .hasValue("9");
        RawStream.open(simulator).close();
    }

    @Test
    void blackHoleAnswersNoRequest() {
        faults.blackHole();
        HttpRequest.Builder withTimeout =
                http.request("/snapshot", AAPL).header("key", RawHttp.KEY).timeout(Duration.ofMillis(150));
        assertThatThrownBy(() -> http.send(withTimeout)).isInstanceOf(HttpTimeoutException.class);
    }
}
