package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.AuthenticationException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyDialect;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(LeakGuard.class)
final class StreamOverSocketsTest {
    private static final String SECRET = "s3cr3t-value";

    private final LoopbackServer server = new LoopbackServer();
    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();
    private final StreamClient client = client(options());

    private StreamSetupBuilder options() {
        return StreamSetup.builder(server.uri())
                .header("key", SECRET)
                .spacing(Duration.ofMillis(20))
                .backoff(Backoff.defaults()
                        .withBase(Duration.ofMillis(10))
                        .withFirstJitter(Duration.ofMillis(10))
                        .withMaxJitter(Duration.ofMillis(20)));
    }

    private StreamClient client(StreamSetupBuilder options) {
        StreamClient made = StreamClient.create(new ToyDialect(), options.build());
        made.onEvent(events::add);
        return made;
    }

    @AfterEach
    void closeAll() {
        client.close();
        server.close();
    }

    @Test
    void subscribesRequestsAndSendsHeartbeats() throws Exception {
        Subscription<Tick> subscription = client.subscribe(TICKS, List.of("A"), ticks::add);
        subscription.ready().get(5, TimeUnit.SECONDS);
        server.send("P ticks a 1");

        await().untilAsserted(() -> assertThat(ticks).containsExactly(new Tick("a", 1)));
        assertThat(client.request(new Ask("what")).get(5, TimeUnit.SECONDS)).isEqualTo("what");
        assertThat(client.heartbeat().get(5, TimeUnit.SECONDS)).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(server.upgrades.get(0).get("key")).isEqualTo(SECRET);
        assertThat(client.explain()).startsWith("Ready").doesNotContain(SECRET);
    }

    @Test
    void restoresAfterAReset() throws Exception {
        client.subscribe(TICKS, List.of("a"), ticks::add).ready().get(5, TimeUnit.SECONDS);
        server.reset();
        await().untilAsserted(() -> assertThat(server.connections).hasSize(1));
        await().until(() -> client.state() == StreamState.READY);
        server.send("P ticks a 2");

        await().untilAsserted(() -> assertThat(ticks).containsExactly(new Tick("a", 2)));
        assertThat(events).hasAtLeastOneElementOfType(StreamEvent.Gap.class);
        assertThat(events.toString()).doesNotContain(SECRET);
    }

    @Test
    void unansweredSubscriptionIsSentAgainAfterAReset() throws Exception {
        client.connect().get(5, TimeUnit.SECONDS);
        server.answers = false;
        Subscription<Tick> subscription = client.subscribe(TICKS, List.of("a"), ticks::add);
        await().untilAsserted(() -> assertThat(subscribeFrames()).isEqualTo(1));
        assertThat(subscription.states()).containsExactly(Map.entry("a", SubscriptionState.PENDING));
        server.answers = true;
        server.reset();
        subscription.ready().get(10, TimeUnit.SECONDS);
        server.send("P ticks a 5");

        await().untilAsserted(() -> assertThat(ticks).containsExactly(new Tick("a", 5)));
        assertThat(subscribeFrames()).isEqualTo(2);
        assertThat(events)
                .filteredOn(StreamEvent.Disconnected.class::isInstance)
                .hasSize(1);
    }

    private long subscribeFrames() {
        return server.received.stream()
                .filter(frame -> frame.startsWith("SUB:"))
                .count();
    }

    @Test
    void halfClosedConnectionIsReplaced() throws Exception {
        client.subscribe(TICKS, List.of("a"), ticks::add).ready().get(5, TimeUnit.SECONDS);
        SocketChannel half = (SocketChannel) server.connections.get(0);
        half.shutdownOutput().syncUninterruptibly();

        assertThat(half.closeFuture().await(10, TimeUnit.SECONDS))
                .as("closed by the client")
                .isTrue();
        await().untilAsserted(() -> assertThat(events)
                .filteredOn(StreamEvent.Ready.class::isInstance)
                .hasSize(2));
        assertThat(events)
                .filteredOn(StreamEvent.Disconnected.class::isInstance)
                .singleElement()
                .extracting(lost -> ((StreamEvent.Disconnected) lost).cause().getMessage())
                .isEqualTo("the connection was cut without a Close");
    }

    @Test
    void assemblesFragmentsBetweenPingsAndBinaryMessages() throws Exception {
        client.subscribe(TICKS, List.of("a"), ticks::add).ready().get(5, TimeUnit.SECONDS);
        server.send(new TextWebSocketFrame(false, 0, "P tic"));
        server.send(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
        server.send(new ContinuationWebSocketFrame(true, 0, "ks a 3"));
        server.send(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[5])));
        server.send("P ticks a 4");

        await().untilAsserted(() -> assertThat(ticks).containsExactly(new Tick("a", 3), new Tick("a", 4)));
        await().untilAsserted(() -> assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                StreamEvent.Malformed.class,
                                malformed -> assertThat(malformed.kind()).contains("binary"))));
        assertThat(client.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void skipsMessagesBeyondTheLimitAndReadsTheNext() throws Exception {
        client.subscribe(TICKS, List.of("a"), ticks::add).ready().get(5, TimeUnit.SECONDS);
        String large = "X".repeat(5 << 20);
        server.send(large);
        server.send("P ticks a 1");
        server.send(new TextWebSocketFrame(false, 0, large.substring(3 << 20)));
        server.send(new ContinuationWebSocketFrame(false, 0, large.substring(3 << 20)));
        server.send(new ContinuationWebSocketFrame(false, 0, large.substring(3 << 20)));
        server.send(new ContinuationWebSocketFrame(true, 0, "X"));
        server.send("P ticks a 2");
        server.send("P ticks a " + "0".repeat(3 << 20) + "3");

        await().untilAsserted(() -> assertThat(ticks).extracting(Tick::number).containsExactly(1L, 2L, 3L));
        await().untilAsserted(() -> assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                StreamEvent.Malformed.class,
                                skipped -> assertThat(skipped.kind()).contains("StreamLimits.withMaxMessageBytes"))));
        assertThat(events).doesNotHaveAnyElementsOfTypes(StreamEvent.Disconnected.class);
    }

    @Test
    void refusedKeyFailsTheStreamAndItsBodyIsIgnored() {
        server.refusal = HttpResponseStatus.UNAUTHORIZED;
        server.refusalBytes = 100_000;

        assertThatThrownBy(() -> client.connect().get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        refused -> assertThat(refused.httpStatus()).hasValue(401));
        assertThat(client.state()).isEqualTo(StreamState.FAILED);
        assertThat(client.explain()).contains("401");
    }

    @Test
    void waitsForRetryAfter() {
        server.refusal = HttpResponseStatus.TOO_MANY_REQUESTS;
        server.refusalHeaders = Map.of("retry-after", "77");
        CompletableFuture<Void> ready = client.connect();

        await().untilAsserted(() -> assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                StreamEvent.BackingOff.class,
                                wait -> assertThat(wait.delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(77)))));
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                StreamEvent.ConnectFailed.class,
                                failed -> assertThat(failed.cause())
                                        .isInstanceOf(TooManyRequestsException.class)
                                        .satisfies(cause ->
                                                assertThat(cause.httpStatus()).hasValue(429))));
        assertThat(ready).isNotDone();
    }

    @Test
    void neverFollowsARedirect() {
        server.refusal = HttpResponseStatus.FOUND;
        server.refusalHeaders = Map.of("location", "ws://127.0.0.1:1/");

        assertThatThrownBy(() -> client.connect().get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(client.state()).isEqualTo(StreamState.FAILED);
    }

    @Test
    void reconnectsAfterACloseByTheServer() throws Exception {
        client.connect().get(5, TimeUnit.SECONDS);
        server.send(new CloseWebSocketFrame(1001, "going away"));

        await().untilAsserted(() -> assertThat(events.stream()
                        .filter(StreamEvent.Ready.class::isInstance)
                        .count())
                .isEqualTo(2));
        assertThat(events)
                .filteredOn(StreamEvent.Disconnected.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(
                                ((StreamEvent.Disconnected) lost).cause().serverMessage())
                        .isEqualTo("going away"));
    }

    @Test
    void retriesUntilTheServerListens() throws Exception {
        client.connect().get(5, TimeUnit.SECONDS);
        server.stop();
        await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.ConnectFailed.class));

        assertThat(client.state()).isNotEqualTo(StreamState.FAILED);
    }

    @Test
    void closeSendsACloseFrameAndLeavesNoThread() throws Exception {
        client.subscribe(TICKS, List.of("a"), ticks::add).ready().get(5, TimeUnit.SECONDS);
        client.close();

        assertThat(client.state()).isEqualTo(StreamState.CLOSED);
        assertThat(server.received).contains("CLOSE 1000");
        // The loop's thread reports its end, and may run slightly longer.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("ws-")));
    }

    @Test
    void closeEndsInTimeWithoutTheServersAnswer() throws Exception {
        client.connect().get(5, TimeUnit.SECONDS);
        server.answers = false;
        long start = System.nanoTime();
        client.close();

        assertThat(client.state()).isEqualTo(StreamState.CLOSED);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(5));
    }

    @Test
    void nettysSharedThreadEndsAfterTheStream() throws Exception {
        client.connect().get(5, TimeUnit.SECONDS);
        client.close();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("globalEventExecutor")));
    }

    @Test
    void closeInACallbackDoesNotWaitForIt() throws Exception {
        client.subscribe(TICKS, List.of("a"), tick -> client.close()).ready().get(5, TimeUnit.SECONDS);
        server.send("P ticks a 1");

        await().until(() -> client.state() == StreamState.CLOSED);
    }

    @Test
    void compressesIfEnabled() throws Exception {
        try (StreamClient compressed = client(options().compression(true))) {
            compressed.subscribe(TICKS, List.of("a"), ticks::add).ready().get(5, TimeUnit.SECONDS);
            server.send("P ticks a 9");

            await().untilAsserted(() -> assertThat(ticks).containsExactly(new Tick("a", 9)));
            assertThat(server.upgrades.get(0).get("sec-websocket-extensions")).contains("permessage-deflate");
        }
    }

    @Test
    void drainDeliversQueuedItemsBeforeClose() throws Exception {
        Subscription<Tick> subscription = client.subscribe(TICKS, List.of("a"), ticks::add);
        subscription.ready().get(5, TimeUnit.SECONDS);
        for (int i = 0; i < 100; i++) {
            server.send("P ticks a " + i);
        }
        await().until(() ->
                client.latest(TICKS, "a").filter(l -> l.data().number() == 99).isPresent());

        assertThat(client.drain(Duration.ofSeconds(5))).isTrue();
        assertThat(ticks).hasSize(100);
        assertThat(client.state()).isEqualTo(StreamState.CLOSED);
    }

    @Test
    void secretOverPlaintextToAnotherHostIsRefused() {
        StreamSetupBuilder plain =
                StreamSetup.builder(URI.create("ws://server.example/")).header("key", SECRET);

        assertThatThrownBy(plain::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowPlaintextSecrets")
                .hasMessageNotContaining(SECRET);
        assertThat(plain.allowPlaintextSecrets().build().toString()).doesNotContain(SECRET);
    }
}
