package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.flow.RecordingSubscriber;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which threads call user code on a real connection, and which keep running when the stream closes. */
@Timeout(30)
@ExtendWith(LeakGuard.class)
final class ThreadsTest {
    private final LoopbackServer server = new LoopbackServer();
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("own-io", true), NioIoHandler.newFactory());
    private final ExecutorService executor =
            Executors.newFixedThreadPool(4, new DefaultThreadFactory("own-delivery", true));
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() {
        executor.shutdownNow();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        server.close();
    }

    private StreamClient client(UnaryOperator<StreamSetupBuilder> set) {
        return StreamClient.create(
                new ToyDialect(),
                set.apply(StreamSetup.builder(server.uri())
                                .name("threads")
                                .spacing(Duration.ofMillis(20))
                                .backoff(Backoff.defaults()
                                        .withBase(Duration.ofMillis(10))
                                        .withFirstJitter(Duration.ofMillis(10))
                                        .withMaxJitter(Duration.ofMillis(20))))
                        .build());
    }

    private static String here() {
        return Thread.currentThread().getName();
    }

    private void note(CompletableFuture<?> future) {
        // If registered after the completion, the stage would record this thread, which is not one of the stream's.
        var unused = future.whenComplete((value, error) -> completed.add(here()));
    }

    private final class Noting implements StreamListener<Tick> {
        @Override
        public void onData(Tick data) {
            called.add(here());
            ticks.add(data);
        }

        @Override
        public void onEvent(StreamEvent event) {
            called.add(here());
        }
    }

    /** Everything that calls user code: pushes, events, futures that succeed and fail, a loss, an end. */
    private void live(StreamClient client) {
        client.onEvent(event -> called.add(here()));
        Subscription<Tick> subscription = client.subscribe(TICKS, List.of("a"), new Noting());
        note(subscription.ready());
        note(client.connect());
        note(client.request(new Ask("what")));
        note(client.heartbeat());
        server.refusals.put("SUB:quotes", "not these");
        note(client.subscribe(QUOTES, List.of("b"), new Noting()).ready());
        await().until(() -> server.received.stream().anyMatch(frame -> frame.startsWith("SUB:quotes")));
        RecordingSubscriber<Tick> seen = new RecordingSubscriber<>();
        subscription.publisher().subscribe(seen);
        await().until(() -> seen.signals.contains("subscribed"));
        seen.request(10);
        server.send("P ticks a 1");
        await().until(() -> ticks.size() == 1 && seen.items.size() == 1);
        note(client.unsubscribe(TICKS, List.of("nobody")));
        server.reset();
        await().until(() -> !server.connections.isEmpty());
        note(client.request(new Ask("again")));
        await().until(() -> subscription.states().containsValue(SubscriptionState.ACTIVE));
        server.send("P ticks a 2");
        await().until(() -> ticks.size() == 2);
        server.unanswered.add("ASK");
        CompletableFuture<String> pending = client.request(new Ask("never"));
        note(pending);
        client.close();
        await().until(pending::isDone);
        await().until(() -> !completed.isEmpty());
    }

    @Test
    void userCodeRunsOffTheLoopByDefault() {
        live(client(options -> options));

        assertThat(called).containsExactly("ws-delivery-threads");
        assertThat(completed)
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("ws-io") || name.startsWith("ws-delivery"));
    }

    @Test
    void userCodeRunsOnTheUsersExecutorWhichOutlivesTheStream() throws Exception {
        live(client(options -> options.eventLoopGroup(group).deliveryExecutor(executor)));

        assertThat(called).isNotEmpty().allMatch(name -> name.startsWith("own-delivery"));
        assertThat(completed).isNotEmpty().noneMatch(name -> name.startsWith("own-io"));
        assertThat(executor.isShutdown()).isFalse();
        assertThat(executor.submit(ThreadsTest::here).get(5, TimeUnit.SECONDS)).startsWith("own-delivery");
        assertThat(group.isShuttingDown()).isFalse();
        assertThat(group.submit(ThreadsTest::here).get(5, TimeUnit.SECONDS)).startsWith("own-io");
    }

    @Test
    void directDeliveryRunsListenersOnTheLoopAndFuturesOffIt() {
        live(client(options -> options.directDelivery().eventLoopGroup(group)));

        assertThat(called).isNotEmpty().allMatch(name -> name.startsWith("own-io"));
        assertThat(completed).isNotEmpty().noneMatch(name -> name.startsWith("own-io"));
    }

    @Test
    void subscriptionsOnAnExecutorAreSerialAndIndependent() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Long> numbers = new CopyOnWriteArrayList<>();
        try (StreamClient client = client(options -> options.deliveryExecutor(executor))) {
            CountDownLatch stuck = new CountDownLatch(1);
            Subscription<Tick> slow = client.subscribe(TICKS, List.of("a"), tick -> {
                stuck.countDown();
                awaitQuietly(release);
            });
            Subscription<Tick> quick = client.subscribe(TICKS, List.of("b"), tick -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                numbers.add(tick.number());
                inside.decrementAndGet();
            });
            slow.ready().get(5, TimeUnit.SECONDS);
            quick.ready().get(5, TimeUnit.SECONDS);
            server.send("P ticks a 1");
            assertThat(stuck.await(5, TimeUnit.SECONDS)).isTrue();
            server.send(IntStream.range(0, 500).mapToObj(i -> "P ticks b " + i).toList());

            await().until(() -> numbers.size() == 500);
            assertThat(release.getCount()).isEqualTo(1);
            assertThat(numbers).isSorted();
            assertThat(most).hasValue(1);
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
