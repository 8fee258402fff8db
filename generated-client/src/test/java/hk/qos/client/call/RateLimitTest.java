package hk.qos.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.ws.error.LimitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void sendsAMinutesRequestsAtOnceAndTheNextInItsTurn() throws Exception {
        try (Rig rig = rig(MINUTE)) {
            for (int i = 0; i < 3; i++) {
                rig.ok();
            }
            assertThat(rig.async(Rig.READ)).isCompleted();
            assertThat(rig.async(Rig.READ)).isCompleted();
            CompletableFuture<List<String>> third = rig.async(Rig.READ);
            assertThat(rig.time.waits()).containsExactly(MINUTE);
            rig.time.advance(MINUTE.minusNanos(1));
            assertThat(third).isNotDone();
            rig.time.advance(Duration.ofNanos(1));
            assertThat(third).isCompleted();
        }
    }

    @Test
    void countsEachOperationForItself() throws Exception {
        try (Rig rig = rig(MINUTE).ok().ok().ok()) {
            assertThat(List.of(rig.async(Rig.READ), rig.async(Rig.READ), rig.async(Rig.WRITE)))
                    .allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void failsAtOnceAndNamesTheSetting() throws Exception {
        try (Rig rig = rig(Duration.ZERO).ok().ok()) {
            rig.blocking(Rig.READ);
            rig.blocking(Rig.READ);
            assertThatThrownBy(() -> rig.blocking(Rig.READ))
                    .isInstanceOf(LimitException.class)
                    .hasMessageContaining("quotes (9.1) may be called 2 times a minute")
                    .hasMessageContaining("60000 ms")
                    .hasMessageContaining("ratePolicy");
            assertThat(rig.requests()).isEqualTo(2);
        }
    }

    @Test
    void failsAtOnceWhenTheTurnWouldComeTooLate() throws Exception {
        try (Rig rig = rig(Duration.ofSeconds(30)).ok().ok().ok()) {
            rig.blocking(Rig.READ);
            rig.time.advance(Duration.ofSeconds(20));
            rig.blocking(Rig.READ);
            assertThat(rig.async(Rig.READ)).as("turn in 40 s").isCompletedExceptionally();
            rig.time.advance(Duration.ofSeconds(10));
            assertThat(rig.async(Rig.READ)).as("turn in 30 s").isNotDone();
            assertThat(rig.async(Rig.READ)).as("turn in 50 s").isCompletedExceptionally();
        }
    }

    @Test
    void waitsWithoutAThread() throws Exception {
        try (Rig rig = rig(Duration.ofHours(1)).ok().ok()) {
            rig.blocking(Rig.READ);
            rig.blocking(Rig.READ);
            int threads = Thread.activeCount();
            List<CompletableFuture<List<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                rig.ok();
                waiting.add(rig.async(Rig.READ));
            }
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            rig.time.advance(Duration.ofMinutes(10));
            assertThat(waiting).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void givesTheTurnOfACancelledCallToTheNext() throws Exception {
        try (Rig rig = rig(MINUTE).ok().ok().ok().ok()) {
            rig.blocking(Rig.READ);
            rig.blocking(Rig.READ);
            CompletableFuture<List<String>> cancelled = rig.async(Rig.READ);
            cancelled.cancel(true);
            assertThat(rig.time.waits()).isEmpty();
            CompletableFuture<List<String>> next = rig.async(Rig.READ);
            CompletableFuture<List<String>> another = rig.async(Rig.READ);
            rig.time.advance(MINUTE);
            assertThat(rig.requests()).isEqualTo(4);
            assertThat(List.of(next, another)).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void neverAllowsMoreThanItsShareInAnyWindowWhateverHappens() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int capacity = 1 + random.nextInt(5);
            SlidingWindow window = new SlidingWindow(capacity, 1_000);
            List<Long> sent = new ArrayList<>();
            long now = 0;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(300);
                if (random.nextInt(20) == 0) {
                    window.holdUntil(now + random.nextInt(2_000));
                }
                long latest = now + random.nextInt(3_000);
                SlidingWindow.Turn turn = window.take(now, latest);
                if (turn.at <= latest && random.nextInt(4) == 0) {
                    window.giveBack(turn);
                } else if (turn.at <= latest) {
                    sent.add(turn.at);
                }
            }
            assertThat(shortestSpan(sent, capacity)).as("seed %d", seed).isGreaterThanOrEqualTo(1_000);
        }
    }

    /** The least time in which one more request was sent than a window allows. */
    private static long shortestSpan(List<Long> sent, int capacity) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i + capacity < sent.size(); i++) {
            shortest = Math.min(shortest, sent.get(i + capacity) - sent.get(i));
        }
        return shortest;
    }

    private static Rig rig(Duration longestWait) throws Exception {
        Rig.Setup setup = new Rig.Setup();
        setup.perMinute = 2;
        setup.rate = new RateRules(longestWait, Duration.ZERO);
        return new Rig(setup);
    }
}
