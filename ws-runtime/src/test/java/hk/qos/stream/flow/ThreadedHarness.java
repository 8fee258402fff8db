package hk.qos.stream.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.internal.engine.Environment;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import hk.qos.stream.toy.ToyDialect;
import hk.qos.stream.virtual.FakeServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An engine and a server on one thread, and two delivery threads, which end with the stream. */
final class ThreadedHarness implements AutoCloseable {
    /** No reconnect after a loss, which would send more events to subscribers of updates. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ThreadLoop loop = new ThreadLoop();
    private final FakeServer server = new FakeServer(loop);
    private final CountDownLatch released = new CountDownLatch(1);
    final ExecutorService delivery = new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ThreadedHarness::deliveryThread);
    final Engine engine = new Engine(
            new ToyDialect(),
            StreamSetup.builder(URI.create("wss://server.example/stream"))
                    .backoff(Backoff.defaults()
                            .withBase(LONG)
                            .withFirstJitter(LONG)
                            .withMaxJitter(LONG))
                    .build(),
            new Environment(
                    loop, server, new SplittableRandom(1), delivery, Runnable::run, loop::schedule, this::release));

    private static Thread deliveryThread(Runnable work) {
        Thread made = new Thread(work, "flow-test-delivery");
        made.setDaemon(true);
        return made;
    }

    private void release() {
        delivery.shutdown();
        released.countDown();
    }

    /** The server completes no handshake until {@link #refuse()}. */
    ThreadedHarness withoutHandshakes() {
        server.reception = peer -> {};
        return this;
    }

    /** The server refuses the pending handshake with 401, which fails the stream. */
    void refuse() {
        loop.execute(() -> server.peer().end(ConnectionEnd.refused(401, null)));
        awaitEnd();
    }

    /** One key, {@code a}. */
    Subscription<Tick> subscribe() {
        return engine.subscribe(ToyChannel.TICKS, List.of("a"), null);
    }

    /** The server pushes the numbers from 1 to {@code count}. */
    void push(int count) {
        loop.execute(() -> {
            for (int i = 1; i <= count; i++) {
                server.peer().push("ticks", "a", i);
            }
        });
    }

    /** The connection is lost, which is an event for subscribers of updates. */
    void cut() {
        loop.execute(() -> server.peer().cut());
    }

    /** Runs {@code task} after everything that was requested of the server so far. */
    void then(Runnable task) {
        loop.execute(task);
    }

    /** Returns when the stream has ended and released everything. */
    void awaitEnd() {
        try {
            assertThat(released.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(delivery.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether everything that is queued now was delivered. */
    boolean flush() {
        return engine.flush(Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        engine.close();
        awaitEnd();
        loop.close();
    }
}
