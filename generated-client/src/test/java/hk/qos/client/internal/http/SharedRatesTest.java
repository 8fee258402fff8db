package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.error.LimitException;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rate of one API key and address, over all clients and threads. */
@Timeout(60)
class SharedRatesTest {
    private static final Duration WINDOW = Duration.ofSeconds(61);
    private static final String ADDRESS = "https://api.example/";

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final RateRegistry registry = new RateRegistry(nanos::get);

    @Test
    void clientsOfOneKeyAndAddressShareTheRate() throws Exception {
        HttpHarness.Setup first = new HttpHarness.Setup();
        HttpHarness.Setup second = new HttpHarness.Setup();
        first.perMinute = 2;
        second.perMinute = 2;
        first.rate = HttpHarness.rules(Duration.ZERO);
        second.rate = first.rate;
        first.shared = registry.of("key", ADDRESS);
        second.shared = registry.of("key", ADDRESS);
        try (HttpHarness one = new HttpHarness(first).ok()) {
            one.blocking(HttpHarness.READ);
        }
        try (HttpHarness other = new HttpHarness(second).ok()) {
            other.blocking(HttpHarness.READ);
            assertThat(HttpHarness.failure(other.async(HttpHarness.READ))).isInstanceOf(LimitException.class);
            assertThat(other.calls.usage(HttpHarness.READ).used()).isEqualTo(2);
        }
    }

    @Test
    void eachClientKeepsToItsOwnPlan() {
        SlidingWindow window = registry.of("key", ADDRESS).window(HttpHarness.READ);
        for (int i = 0; i < 5; i++) {
            assertThat(window.take(10, WINDOW.toNanos(), 0).delay).isZero();
        }
        assertThat(window.take(5, WINDOW.toNanos(), 0).delay).isEqualTo(WINDOW.toNanos());
        assertThat(window.take(10, WINDOW.toNanos(), 0).delay).isZero();
    }

    @Test
    void keysAndAddressesHaveSeparateRates() {
        KeyRates rates = registry.of("key", ADDRESS);
        assertThat(registry.of("key", ADDRESS)).isSameAs(rates);
        assertThat(registry.of("other", ADDRESS)).isNotSameAs(rates);
        assertThat(registry.of(null, ADDRESS)).isNotSameAs(rates);
        assertThat(registry.of("key", "https://elsewhere.example/")).isNotSameAs(rates);
    }

    @Test
    void usedRequestsCountForAMinuteAfterClose() {
        use("key");
        System.gc();
        assertThat(registry.of("key", ADDRESS)
                        .window(HttpHarness.READ)
                        .usage(10, WINDOW.toNanos())
                        .used())
                .isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            registry.of("key " + i, ADDRESS);
            use("used " + i);
        }
        nanos.addAndGet(WINDOW.toNanos());
        await().until(() -> {
            System.gc();
            return registry.size() == 0;
        });
    }

    private void use(String key) {
        KeyRates rates = registry.of(key, ADDRESS);
        rates.window(HttpHarness.READ).take(10, WINDOW.toNanos(), 0);
        rates.used();
    }

    @Test
    void threadWithAnOlderTimestampIsNotRefused() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        AtomicReference<@Nullable Thread> second = new AtomicReference<>();
        SlidingWindow window = new SlidingWindow(() -> {
            int read = reads.getAndIncrement();
            Thread other = second.get();
            if (read == 0 && other != null) {
                other.start();
                await().until(() -> other.getState() == State.BLOCKED || other.getState() == State.TERMINATED);
            }
            return read;
        });
        AtomicLong delayOfSecond = new AtomicLong(-1);
        Thread other = new Thread(() -> delayOfSecond.set(window.take(10, WINDOW.toNanos(), 0).delay));
        second.set(other);
        assertThat(window.take(10, WINDOW.toNanos(), 0).delay).isZero();
        other.join();
        assertThat(delayOfSecond).hasValue(0);
    }

    @Test
    void concurrentThreadsTakeExactlyTheCapacity() throws Exception {
        SlidingWindow window = registry.of("key", ADDRESS).window(HttpHarness.READ);
        for (int minute = 0; minute < 20; minute++) {
            AtomicInteger passed = new AtomicInteger();
            inThreads(16, thread -> {
                for (int i = 0; i < 5; i++) {
                    if (window.take(10, WINDOW.toNanos(), 0).delay == 0) {
                        passed.incrementAndGet();
                    }
                }
            });
            assertThat(passed).as("minute %d", minute).hasValue(10);
            nanos.addAndGet(WINDOW.toNanos());
        }
    }

    @Test
    void noWindowExceedsItsCapacityUnderConcurrency() throws Exception {
        for (long seed = 0; seed < 30; seed++) {
            long seedOfRun = seed;
            int capacity = 1 + new Random(seed).nextInt(5);
            AtomicLong clock = new AtomicLong();
            SlidingWindow window = new SlidingWindow(() -> clock.addAndGet(3));
            List<Long> sent = Collections.synchronizedList(new ArrayList<>());
            inThreads(6, thread -> {
                Random random = new Random(seedOfRun * 100 + thread);
                for (int i = 0; i < 60; i++) {
                    clock.addAndGet(random.nextInt(300));
                    if (random.nextInt(20) == 0) {
                        window.hold(random.nextInt(2_000));
                    }
                    if (random.nextInt(40) == 0) {
                        window.lift();
                    }
                    SlidingWindow.Turn turn = window.take(capacity, 1_000, random.nextInt(3_000));
                    use(window, turn, clock, random, sent);
                }
            });
            assertThat(shortestSpan(sent, capacity)).as("seed %d", seed).isGreaterThanOrEqualTo(1_000);
        }
    }

    /** Acts like a call: returns the turn, or waits for it and sends if allowed. */
    private static void use(
            SlidingWindow window, SlidingWindow.Turn turn, AtomicLong clock, Random random, List<Long> sent) {
        if (random.nextInt(4) == 0) {
            window.giveBack(turn);
            return;
        }
        clock.accumulateAndGet(turn.at, Math::max);
        if (window.claim(turn)) {
            sent.add(turn.at);
        }
    }

    /** The shortest time in which one request more was sent than a window allows. */
    private static long shortestSpan(List<Long> sent, int capacity) {
        Collections.sort(sent);
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i + capacity < sent.size(); i++) {
            shortest = Math.min(shortest, sent.get(i + capacity) - sent.get(i));
        }
        return shortest;
    }

    private interface Work {
        void run(int thread);
    }

    private static void inThreads(int count, Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread thread = new Thread(() -> work.run(number));
            thread.setUncaughtExceptionHandler((dead, thrown) -> failure.set(thrown));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
    }
}
