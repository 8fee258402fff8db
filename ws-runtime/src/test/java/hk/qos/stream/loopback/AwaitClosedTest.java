package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.AuthenticationException;
import hk.qos.error.CallInterruptedException;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thread that waits until its stream is closed, and the pause that does not end its wait. */
@Timeout(30)
@ExtendWith(LeakGuard.class)
final class AwaitClosedTest {
    private static final Duration LONG = Duration.ofSeconds(Long.MAX_VALUE);

    private final LoopbackServer server = new LoopbackServer();
    private final StreamClient client = StreamClient.create(
            new ToyDialect(),
            StreamSetup.builder(server.uri()).spacing(Duration.ofMillis(20)).build());

    /** A thread in {@code awaitClosed()}. */
    private static final class Waiting {
        private final CompletableFuture<Boolean> returned = new CompletableFuture<>();
        private final Thread thread;

        Waiting(StreamClient client) {
            thread = new Thread(
                    () -> {
                        try {
                            client.awaitClosed();
                            returned.complete(Thread.currentThread().isInterrupted());
                        } catch (RuntimeException e) {
                            returned.completeExceptionally(e);
                        }
                    },
                    "waiting");
            thread.start();
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }
    }

    @AfterEach
    void closeAll() {
        client.close();
        server.close();
    }

    @Test
    void waitLastsOverAPauseAndEndsWithClose() throws Exception {
        Waiting waiting = new Waiting(client);
        client.connect().get(5, TimeUnit.SECONDS);
        client.disconnect().get(5, TimeUnit.SECONDS);
        assertThat(server.received).contains("CLOSE 1000");
        assertThat(client.state()).isEqualTo(StreamState.PAUSED);
        assertThat(client.awaitClosed(Duration.ZERO)).isFalse();
        client.connect().get(5, TimeUnit.SECONDS);
        assertThat(client.awaitClosed(Duration.ofMillis(-1))).isFalse();
        assertThat(waiting.returned).isNotDone();
        client.close();

        assertThat(waiting.returned.get(5, TimeUnit.SECONDS)).isFalse();
        assertThat(client.awaitClosed(LONG)).isTrue();
        client.awaitClosed();
    }

    @Test
    void waitEndsWithTheReasonOfAFailure() {
        Waiting waiting = new Waiting(client);
        server.refusal = HttpResponseStatus.UNAUTHORIZED;
        var unused = client.connect();

        assertThatThrownBy(() -> waiting.returned.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthenticationException.class);
        assertThatThrownBy(client::awaitClosed).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> client.awaitClosed(LONG)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void interruptEndsTheWait() {
        Waiting waiting = new Waiting(client);
        waiting.thread.interrupt();

        assertThatThrownBy(() -> waiting.returned.get(5, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(CallInterruptedException.class)
                .hasMessage("awaitClosed() was interrupted");
        assertThat(client.state()).isEqualTo(StreamState.IDLE);
    }

    @Test
    void listenerThatWaitsIsRefused() throws Exception {
        CompletableFuture<Object> thrown = new CompletableFuture<>();
        client.subscribe(TICKS, List.of("a"), tick -> {
                    try {
                        client.awaitClosed();
                    } catch (IllegalStateException e) {
                        thrown.complete(e.getMessage());
                    }
                })
                .ready()
                .get(5, TimeUnit.SECONDS);
        server.send("P ticks a 1");

        assertThat(thrown.get(5, TimeUnit.SECONDS))
                .isEqualTo(
                        "awaitClosed() was called in a listener, which would wait for itself; call it on another thread");
    }
}
