package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.ClosedException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyDialect;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The threads of a stream do not block each other, other streams, or callers that close it. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class ThreadIsolationTest {
    private final LoopbackServer server = new LoopbackServer();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void closeAll() {
        release.countDown();
        server.close();
    }

    private StreamClient client(UnaryOperator<StreamSetupBuilder> set) {
        return StreamClient.create(
                new ToyDialect(),
                set.apply(StreamSetup.builder(server.uri()).name("own").spacing(Duration.ofMillis(1)))
                        .build());
    }

    private void hold() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void manyFuturesCompleteOnFewThreads() throws Exception {
        Set<String> completed = ConcurrentHashMap.newKeySet();
        try (StreamClient client = client(options -> options)) {
            client.connect().get(20, TimeUnit.SECONDS);
            List<CompletableFuture<Void>> all = new CopyOnWriteArrayList<>();
            List<Thread> callers = IntStream.range(0, 16)
                    .mapToObj(caller -> new Thread(() -> {
                        for (int i = 0; i < 100; i++) {
                            var unused = client.subscribe(TICKS, List.of("k" + caller), tick -> {});
                            // A caller that registers after the completion would record itself.
                            all.add(client.unsubscribe(TICKS, List.of("k" + caller))
                                    .thenRun(() ->
                                            completed.add(Thread.currentThread().getName())));
                        }
                    }))
                    .toList();
            callers.forEach(Thread::start);
            for (Thread caller : callers) {
                caller.join();
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        }

        completed.removeIf(name -> name.startsWith("Thread-"));
        assertThat(completed).hasSizeBetween(1, 2).allMatch(name -> name.startsWith("ws-completion-own-"));
    }

    @Test
    void stagesThatJoinOtherFuturesFinish() throws Exception {
        try (StreamClient client = client(options -> options)) {
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(client.request(new Ask("first"))
                        .thenApply(answer -> client.request(new Ask("then")).join()));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(50, TimeUnit.SECONDS);
            assertThat(all).allSatisfy(each -> assertThat(each).isCompleted());
        }
    }

    @Test
    void listenerThatBlocksItsLoopDelaysNoOtherStream() throws Exception {
        List<StreamClient> others = new ArrayList<>();
        CountDownLatch blocked = new CountDownLatch(1);
        try (StreamClient direct = client(StreamSetupBuilder::directDelivery)) {
            direct.subscribe(TICKS, List.of("a"), tick -> {
                        blocked.countDown();
                        hold();
                    })
                    .ready()
                    .get(20, TimeUnit.SECONDS);
            server.send("P ticks a 1");
            assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 5; i++) {
                StreamClient other = client(i == 0 ? StreamSetupBuilder::directDelivery : options -> options);
                others.add(other);
                assertThat(other.request(new Ask("there?"))).succeedsWithin(Duration.ofSeconds(20));
            }
            release.countDown();
        } finally {
            others.forEach(StreamClient::close);
        }
    }

    /** {@link LeakGuard} verifies that no thread stays. */
    @Test
    void interruptedCallerStillClosesStream() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        StreamClient client =
                client(options -> options.timeouts(StreamTimeouts.defaults().withShutdown(Duration.ofSeconds(1))));
        client.subscribe(TICKS, List.of("a"), tick -> {
                    asleep.countDown();
                    hold();
                    woken.countDown();
                })
                .ready()
                .get(20, TimeUnit.SECONDS);
        server.send("P ticks a 1");
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        client.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(woken.await(20, TimeUnit.SECONDS))
                .as("interrupted in its turn")
                .isTrue();
    }

    @Test
    void shutDownOfTheLoopByItsOwnerFailsOpenFutures() throws Exception {
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("lent", true), NioIoHandler.newFactory());
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        try (StreamClient client = client(options -> options.eventLoopGroup(group))) {
            client.onEvent(events::add);
            client.connect().get(20, TimeUnit.SECONDS);
            server.answers = false;
            List<CompletableFuture<?>> open = List.of(
                    client.request(new Ask("never answered")),
                    client.subscribe(TICKS, List.of("a"), tick -> {}).ready());
            await().until(() -> server.received.stream().anyMatch(frame -> frame.startsWith("SUB")));
            group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();

            assertThat(open)
                    .allSatisfy(future -> assertThat(future)
                            .failsWithin(Duration.ofSeconds(20))
                            .withThrowableThat()
                            .havingCause()
                            .isInstanceOf(ClosedException.class)
                            .withMessageContaining("shut down by its owner"));
            await().until(() -> client.state() == StreamState.FAILED);
            await().untilAsserted(() -> assertThat(events).last().isInstanceOf(StreamEvent.Failed.class));
            assertThatThrownBy(() -> client.subscribe(TICKS, List.of("b"), tick -> {}))
                    .isInstanceOf(ClosedException.class);
            assertThat(client.request(new Ask("too late"))).failsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void closeInAListenerClosesAtOnce() throws Exception {
        CompletableFuture<StreamState> state = new CompletableFuture<>();
        CompletableFuture<Throwable> refusal = new CompletableFuture<>();
        StreamClient client = client(options -> options);
        client.subscribe(TICKS, List.of("a"), (Tick tick) -> {
                    client.close();
                    state.complete(client.state());
                    try {
                        client.subscribe(TICKS, List.of("b"), other -> {});
                    } catch (ClosedException e) {
                        refusal.complete(e);
                    }
                })
                .ready()
                .get(20, TimeUnit.SECONDS);
        server.send("P ticks a 1");

        assertThat(state.get(20, TimeUnit.SECONDS)).isEqualTo(StreamState.CLOSED);
        assertThat(refusal.get(20, TimeUnit.SECONDS)).hasMessageContaining("the stream is closed");
    }
}
