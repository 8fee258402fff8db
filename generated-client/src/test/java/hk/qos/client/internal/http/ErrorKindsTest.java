package hk.qos.client.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.LimitException;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.NotJsonException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.error.UnexpectedStatusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorKindsTest {
    private static final RetryBackoff ONCE =
            new RetryBackoff(1, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));

    @Test
    void successReturnsPayload() throws Exception {
        try (HttpHarness harness = new HttpHarness().ok()) {
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a", "b");
            assertThat(harness.server.takeRequest().getRequestLine()).isEqualTo("POST /snapshot HTTP/1.1");
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(200, "{\"msg\":\"Key expired.\"}", AuthenticationException.class, "Key expired.", false),
                Arguments.of(
                        200,
                        "{\"msg\":\"No such code (<key>)\"}",
                        RefusedException.class,
                        "No such code (<key>)",
                        false),
                Arguments.of(200, "{\"msg\":\"bad code\"}", RefusedException.class, "bad code", false),
                Arguments.of(400, "{\"msg\":\"Key gone\"}", AuthenticationException.class, "Key gone", false),
                Arguments.of(401, "", AuthenticationException.class, "has not expired", false),
                Arguments.of(407, "", AuthenticationException.class, "proxyCredentials", false),
                Arguments.of(400, "{\"msg\":\"codes: bad\"}", RefusedException.class, "codes: bad", false),
                Arguments.of(401, "{\"msg\":\"No key.\"}", AuthenticationException.class, "No key.", false),
                Arguments.of(403, "blocked", AuthenticationException.class, "HTTP 403", false),
                Arguments.of(429, "{\"msg\":\"slow\"}", TooManyRequestsException.class, "slow", true),
                Arguments.of(404, "<html>", UnexpectedStatusException.class, "HTTP 404", false),
                Arguments.of(302, "", UnexpectedStatusException.class, "redirects are never followed", false),
                Arguments.of(500, "{\"msg\":\"oops\"}", ServerErrorException.class, "oops", false),
                Arguments.of(501, "", ServerErrorException.class, "HTTP 501", false),
                Arguments.of(502, "<html>Bad gateway</html>", ServerErrorException.class, "HTTP 502", true),
                Arguments.of(200, "<html>hello</html>", NotJsonException.class, "18 bytes of", false),
                Arguments.of(200, "", NotJsonException.class, "an empty body", false),
                Arguments.of(200, " \n\tnull", MalformedJsonException.class, "null instead of an object", false),
                Arguments.of(200, "\"a\\\"b\"", MalformedJsonException.class, "a string instead of", false),
                Arguments.of(200, "-1.5e3\n", MalformedJsonException.class, "a number instead of", false),
                Arguments.of(200, "404 not found", NotJsonException.class, "13 bytes of", false),
                Arguments.of(204, "", NotJsonException.class, "an empty body", false),
                Arguments.of(200, "{\"msg\":\"OK\",\"data\":[", MalformedJsonException.class, "$.data", false),
                Arguments.of(200, "{\"msg\":\"OK\",\"data\":{}}", MalformedJsonException.class, "$.data", false),
                Arguments.of(200, HttpHarness.ANSWER + "x", MalformedJsonException.class, "unusable JSON", false),
                Arguments.of(200, "[]", MalformedJsonException.class, "unusable JSON", false),
                Arguments.of(200, "{\"msg\":\"OK\"}", MalformedJsonException.class, "no data", false),
                Arguments.of(
                        200, "{\"a\":\"" + "x".repeat(200_000), AnswerTooLargeException.class, "100000 bytes", false));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("answers")
    void eachBadAnswerHasItsException(
            int status, String body, Class<? extends ClientException> kind, String says, boolean retryable)
            throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        try (HttpHarness harness = new HttpHarness(once).answer(status, body)) {
            ClientException failure =
                    catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ));
            assertThat(failure).isExactlyInstanceOf(kind).hasMessageContaining(says);
            assertThat(failure.getMessage())
                    .contains("snapshots (4.3)")
                    .doesNotContain("\n")
                    .doesNotContain("setLenient", ": null");
            assertThat(failure.httpStatus())
                    .as("of answers that say more than that they cannot be read")
                    .isEqualTo(
                            failure instanceof ProtocolException || failure instanceof AnswerTooLargeException
                                    ? OptionalInt.empty()
                                    : OptionalInt.of(status));
            assertThat(failure.isRetryable()).isEqualTo(retryable);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void answerOfAnotherServerNamesItsAddress(int status) throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(status, "<html>")) {
            assertThatThrownBy(() -> harness.blocking(HttpHarness.READ))
                    .hasMessageContaining("from " + harness.server.url("/").redact());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 429, 500, 503})
    void everyRefusalHasTheServersMessageAndTheStatus(int status) throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        for (String message : List.of("No such thing", "Key gone")) {
            try (HttpHarness harness = new HttpHarness(once).answer(status, "{\"msg\":\"" + message + "\"}")) {
                ClientException failure =
                        catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ));
                assertThat(failure.serverMessage()).isEqualTo(message);
                assertThat(failure.httpStatus()).hasValue(status);
            }
        }
    }

    @Test
    void serverMessageIsUnchanged() throws Exception {
        try (HttpHarness harness =
                new HttpHarness().answer(200, "{\"msg\":\"Ключ \\n просрочен.\",\"data\":[\"a\"]}")) {
            RefusedException failure =
                    catchThrowableOfType(RefusedException.class, () -> harness.blocking(HttpHarness.READ));
            assertThat(failure.serverMessage()).isEqualTo("Ключ \n просрочен.");
            assertThat(failure.command()).isEqualTo("snapshots (4.3)");
        }
    }

    @Test
    void readsRetryAfterAsSecondsAndAsADate() throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        try (HttpHarness harness = new HttpHarness(once)) {
            harness.answer(429, "", "Retry-After", "17");
            assertThat(tooManyRequests(harness).retryAfter()).isEqualTo(Duration.ofSeconds(17));
            harness.time.advance(Duration.ofSeconds(17));
            harness.answer(429, "", "Retry-After", "Mon, 05 Jan 2026 09:31:00 GMT");
            assertThat(tooManyRequests(harness).retryAfter()).isEqualTo(Duration.ofSeconds(43));
            harness.time.advance(Duration.ofSeconds(43));
            harness.answer(429, "", "Retry-After", "soon");
            assertThat(tooManyRequests(harness).retryAfter()).isNull();
        }
    }

    private static TooManyRequestsException tooManyRequests(HttpHarness harness) {
        return catchThrowableOfType(TooManyRequestsException.class, () -> harness.blocking(HttpHarness.READ));
    }

    @Test
    void timeoutAndLostConnectionAreDistinguished() throws Exception {
        HttpHarness.Setup shortTimeout = new HttpHarness.Setup();
        shortTimeout.backoff = ONCE;
        shortTimeout.http = http -> http.readTimeout(Duration.ofMillis(100));
        try (HttpHarness harness = new HttpHarness(shortTimeout)) {
            harness.server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessageContaining("(setting: HttpTimeouts.read)");
        }
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        try (HttpHarness harness = new HttpHarness(once)) {
            harness.server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .isExactlyInstanceOf(ConnectionLostException.class);
            harness.server.enqueue(new MockResponse.Builder()
                    .body(HttpHarness.ANSWER)
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .isExactlyInstanceOf(ConnectionLostException.class);
        }
    }

    @Test
    void failureToConnectIsReportedAsSuch() throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        try (HttpHarness harness = new HttpHarness(once)) {
            harness.server.close();
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .isExactlyInstanceOf(ConnectFailedException.class)
                    .matches(ClientException::isRetryable);
        }
    }

    @Test
    void failureOnAConnectionIsNotReportedAsConnectFailure() throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        once.http = http -> http.addNetworkInterceptor(chain -> {
            throw new IOException("broken");
        });
        try (HttpHarness harness = new HttpHarness(once)) {
            assertThat(catchThrowableOfType(ConnectionLostException.class, () -> harness.blocking(HttpHarness.READ)))
                    .hasMessageEndingWith("the connection ended before the answer: broken");
        }
    }

    @Test
    void eachKindOfInvalidAnswerHasItsException() throws Exception {
        byte[] json = HttpHarness.ANSWER.getBytes(UTF_8);
        byte[] packed = gzip(json);
        assertAnswered("Content-Encoding: gzip\r\nContent-Length: 7", "garbage".getBytes(UTF_8))
                .isExactlyInstanceOf(ProtocolException.class)
                .hasMessageContaining("cannot be decompressed");
        assertAnswered("Content-Encoding: gzip\r\nContent-Length: 12", Arrays.copyOf(packed, 12))
                .isExactlyInstanceOf(ProtocolException.class)
                .hasMessageContaining("cannot be decompressed");
        assertAnswered("Transfer-Encoding: chunked", "what?\r\n".getBytes(UTF_8))
                .isExactlyInstanceOf(ProtocolException.class)
                .hasMessageContaining("an answer that is not HTTP");
        assertAnswered("Content-Encoding: gzip\r\nContent-Length: " + packed.length, Arrays.copyOf(packed, 12))
                .isExactlyInstanceOf(ConnectionLostException.class);
        assertAnswered("Content-Encoding: gzip", Arrays.copyOf(packed, 12))
                .as("cut off where only the end of the connection ends a body")
                .isExactlyInstanceOf(ConnectionLostException.class);
        assertThat(failureAfter("SSH-2.0-OpenSSH_9.6\r\n\r\n".getBytes(UTF_8)))
                .isExactlyInstanceOf(ProtocolException.class)
                .hasMessageContaining("an answer that is not HTTP");
        assertThat(failureAfter("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8)))
                .hasMessageContaining("407")
                .matches(failure -> !((ClientException) failure).isRetryable());
    }

    @Test
    void unreadableBodyDoesNotReplaceErrorStatus() throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        try (HttpHarness harness = new HttpHarness(once)) {
            harness.answer(503, "{\"msg\":\"" + "x".repeat(1 << 20) + "\"}", "Retry-After", "7");
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOfSatisfying(ServerErrorException.class, e -> {
                        assertThat(e.httpStatus()).hasValue(503);
                        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7));
                    });
            harness.time.advance(Duration.ofSeconds(7));
            harness.answer(502, "garbage", "Content-Encoding", "gzip");
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ))).isInstanceOf(ServerErrorException.class);
        }
        assertThat(failureAfter("HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\nwhat?\r\n".getBytes(UTF_8)))
                .isExactlyInstanceOf(AuthenticationException.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertAnswered(String headers, byte[] body)
            throws Exception {
        Buffer answer = new Buffer()
                .writeUtf8("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n")
                .write(body);
        return assertThat(failureAfter(answer.readByteArray()));
    }

    private static Throwable failureAfter(byte[] answer) throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        try (ScriptedServer server = new ScriptedServer();
                HttpHarness harness = new HttpHarness(once, server.url())) {
            server.connection().onRequest(answer).closeNow();
            return HttpHarness.failure(harness.async(HttpHarness.READ));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void keyIsRedactedBeforeLongTextIsCut() throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = ONCE;
        once.http = http -> http.addInterceptor(chain -> {
            throw new IOException("x".repeat(275) + "0123456789abcdef");
        });
        try (HttpHarness harness = new HttpHarness(once)) {
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .hasMessageContaining("xxx<key>")
                    .message()
                    .doesNotContain("0123");
        }
    }

    @Test
    void userCodeThatThrowsDoesNotEndTheCalls() throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.http = http -> http.addInterceptor(chain -> {
            throw new IllegalStateException("a caller's interceptor");
        });
        try (HttpHarness harness = new HttpHarness(once)) {
            assertThat(harness.calls.executeAsync(HttpHarness.READ, 1, () -> {
                        throw new IllegalStateException("no call");
                    }))
                    .isCompletedExceptionally();
        }
    }

    @Test
    void tooManyInstrumentsAreRefusedBeforeSending() throws Exception {
        try (HttpHarness harness = new HttpHarness()) {
            assertThat(harness.calls.executeAsync(HttpHarness.READ, 11, () -> {
                        throw new AssertionError("asked for a call");
                    }))
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(LimitException.class)
                    .withMessageContaining("PlanLimits.withInstruments");
        }
    }

    @Test
    void missingKeyFailsOnlyOperationsThatNeedIt() throws Exception {
        HttpHarness.Setup keyless = new HttpHarness.Setup();
        keyless.key = new ApiKey(null);
        try (HttpHarness harness = new HttpHarness(keyless).ok()) {
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .isExactlyInstanceOf(AuthenticationException.class);
            assertThat(harness.requests()).isZero();
            assertThat(harness.blocking(HttpHarness.WRITE)).hasSize(2);
        }
    }

    @Test
    void stackTraceContainsTheCallersLine() throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(401, "")) {
            ClientException failure =
                    catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ));
            assertThat(failure.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(ErrorKindsTest.class.getName()));
        }
    }
}
