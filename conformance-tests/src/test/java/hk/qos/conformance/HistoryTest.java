package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.History;
import hk.qos.client.HistoryPoint;
import hk.qos.client.HistoryProgress;
import hk.qos.client.HistoryRange;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.RetryPolicy;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.PagingIgnoredException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.stream.fixtures.LeakGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** History of any length: the client with the simulator, in pages of 50 bars. */
@Timeout(60)
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class HistoryTest {
    private static final int PAGE = 50;
    private static final Instant NOW = Instant.parse("2026-03-04T17:00:30Z");
    private static final String CODE = "US:AAPL";

    private final String key = Harness.newKey();
    private final SetClock simulatorClock = new SetClock();
    private final QosSimulator simulator =
            QosSimulator.builder().key(key).unlimited().clock(simulatorClock).start();
    private final QosClient qos = client().build();

    @AfterEach
    void stop() {
        qos.close();
        simulator.close();
    }

    private QosClientBuilder client() {
        return Harness.clientOf(simulator, key)
                .retryPolicy(RetryPolicy.none())
                .planLimits(PlanLimits.defaults().withRequestsPerMinute(1000).withBarsPerRequest(PAGE));
    }

    private int requests() {
        return simulator.observations().requests("/history").size();
    }

    /** Newest first, in one request. */
    private List<KLine> whole(KLineType type, int count, Adjustment adjustment, String code) {
        try (QosClient one = client().planLimits(Harness.planLimits()).build()) {
            List<KLine> bars = new ArrayList<>(one.http()
                    .historyKLines(HistoryKLineQuery.of(type, count, code).adjustment(adjustment))
                    .get(0)
                    .kLines());
            Collections.reverse(bars);
            return bars;
        }
    }

    private List<KLine> read(HistoryRange range) {
        try (Stream<KLine> bars = qos.http().history(range).stream()) {
            return bars.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"included", "excluded"})
    void joinsPagesWithoutHoleOrRepetition(String end) {
        if (end.equals("excluded")) {
            simulator.faults().excludeEndTime();
        }
        for (KLineType type : List.of(KLineType.MINUTE_1, KLineType.DAY)) {
            List<KLine> whole = whole(type, 330, Adjustment.FORWARD, CODE);

            assertThat(read(HistoryRange.of(type, 330, CODE).adjustment(Adjustment.FORWARD)))
                    .isEqualTo(whole);
        }
    }

    @Test
    void startsAndEndsWhereTheRangeDoes() {
        List<KLine> whole = whole(KLineType.DAY, 200, Adjustment.NONE, CODE);
        Instant from = Objects.requireNonNull(whole.get(180).time());
        Instant to = Objects.requireNonNull(whole.get(20).time());

        assertThat(read(HistoryRange.of(KLineType.DAY, from, CODE).to(to))).isEqualTo(whole.subList(21, 181));
        List<KLine> oldestFirst = new ArrayList<>(whole.subList(21, 181));
        Collections.reverse(oldestFirst);
        assertThat(read(HistoryRange.of(KLineType.DAY, from, CODE).to(to).oldestFirst()))
                .isEqualTo(oldestFirst);
    }

    @Test
    void goesBackToTheListingOfEachInstrument() {
        List<String> codes = List.of("US:TSLA", "SH:600519", "HK:9988");
        HistoryRange range = HistoryRange.of(KLineType.MONTH, Instant.EPOCH, codes);
        History history = qos.http().history(range);
        List<HistoryProgress> progress = new ArrayList<>();
        history.onProgress(progress::add);

        List<KLine> bars = history.stream().toList();

        for (String code : codes) {
            assertThat(bars)
                    .filteredOn(bar -> bar.code().equals(code))
                    .isEqualTo(whole(KLineType.MONTH, 1000, Adjustment.NONE, code));
        }
        assertThat(progress).isSortedAccordingTo((one, other) -> Double.compare(one.fraction(), other.fraction()));
        HistoryProgress last = progress.get(progress.size() - 1);
        assertThat(last).isEqualTo(new HistoryProgress(progress.size(), bars.size(), 1, 0));
        assertThat(history.missing()).isEmpty();
        assertThat((long) progress.size())
                .isLessThanOrEqualTo(history.estimate().requests());
        assertThat(simulator.observations().violations()).isEmpty();
    }

    @Test
    void namesInstrumentsWithoutBars() {
        History history = qos.http().history(HistoryRange.of(KLineType.DAY, 3, CODE, "US:NONE"));

        assertThat(history.stream()).hasSize(3);
        assertThat(history.missing()).containsExactly("US:NONE");
    }

    @Test
    void moreInstrumentsThanARequestNamesFollowOneAnother() {
        for (boolean split : List.of(true, false)) {
            simulator.observations().clear();
            moreInstrumentsThanARequestNames(split);
        }
    }

    private void moreInstrumentsThanARequestNames(boolean split) {
        try (QosClient two = client().planLimits(PlanLimits.defaults()
                        .withRequestsPerMinute(1000)
                        .withInstruments(2)
                        .withBarsPerRequest(PAGE))
                .splitLargeRequests(split)
                .build()) {
            assertThat(two
                            .http()
                            .history(HistoryRange.of(KLineType.DAY, 2, "US:AAPL", "US:TSLA", "HK:700")
                                    .oldestFirst())
                            .stream()
                            .map(KLine::code))
                    .containsExactly("US:AAPL", "US:AAPL", "US:TSLA", "US:TSLA", "HK:700", "HK:700");
            assertThat(requests()).isEqualTo(2);
        }
    }

    @Test
    void requestsAPageWhenItsFirstBarIsNeeded() {
        History history = qos.http().history(HistoryRange.of(KLineType.MINUTE_1, 500, CODE));
        try (Stream<KLine> bars = history.stream()) {
            Iterator<KLine> each = bars.iterator();
            assertThat(requests()).isZero();
            for (int i = 0; i < PAGE; i++) {
                each.next();
            }
            assertThat(requests()).isEqualTo(1);
            each.next();
            assertThat(requests()).isEqualTo(2);
        }
    }

    @Test
    void tellsThatTheServerIgnoresTheEnd() {
        simulator.faults().ignoreEndTime();
        List<KLine> read = new ArrayList<>();

        assertThatThrownBy(() -> qos.http().history(HistoryRange.of(KLineType.DAY, 120, CODE)).stream()
                        .forEach(read::add))
                .isInstanceOf(PagingIgnoredException.class)
                .matches(e -> !((ClientException) e).isRetryable())
                .hasMessageContaining(CODE);
        assertThat(read).hasSize(PAGE).doesNotHaveDuplicates();
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void survivesTooManyRequestsInTheMiddle() {
        List<KLine> whole = whole(KLineType.DAY, 160, Adjustment.NONE, CODE);
        try (QosClient patient = client().retryPolicy(RetryPolicy.defaults()).build();
                Stream<KLine> bars = patient.http().history(HistoryRange.of(KLineType.DAY, 160, CODE)).stream()) {
            List<KLine> read = new ArrayList<>();
            bars.forEach(bar -> {
                read.add(bar);
                if (read.size() == 60) {
                    simulator.faults().http("/history", HttpFault.retryAfter(429, "0"), 1);
                }
            });
            assertThat(read).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnFromThePointOfAFailure(boolean oldestFirst) {
        HistoryRange plain = HistoryRange.of(KLineType.DAY, Instant.parse("2025-08-01T00:00:00Z"), CODE, "HK:700");
        HistoryRange range = oldestFirst ? plain.oldestFirst() : plain;
        List<KLine> whole = read(range);
        List<KLine> read = new ArrayList<>();
        History history = qos.http().history(range);
        assertThatThrownBy(() -> history.stream().forEach(bar -> {
                    read.add(bar);
                    if (read.size() == 70) {
                        simulator.faults().http("/history", HttpFault.status(429), 1);
                        if (oldestFirst) {
                            throw new TooManyRequestsException("enough", null, null);
                        }
                    }
                }))
                .isInstanceOf(TooManyRequestsException.class);
        simulator.faults().clear();
        qos.rates().liftPause(hk.qos.client.Operation.HISTORY_KLINES);

        HistoryPoint kept = HistoryPoint.parse(history.point().toString());
        read.addAll(read(range.resumeAt(kept)));

        assertThat(kept).isEqualTo(history.point());
        // The bar whose handling failed comes again.
        assertThat(read).hasSize(whole.size() + (oldestFirst ? 1 : 0));
        assertThat(Set.copyOf(read)).isEqualTo(Set.copyOf(whole));
    }

    @Test
    void barsWhoseHandlingFailedComeAgain() {
        HistoryRange range = HistoryRange.of(KLineType.DAY, 20, CODE);
        List<KLine> whole = read(range);
        List<KLine> saved = new ArrayList<>();
        History history = qos.http().history(range);
        assertThatThrownBy(() -> history.stream().forEach(bar -> {
                    if (saved.size() == 10) {
                        throw new IllegalStateException("the disk is full");
                    }
                    saved.add(bar);
                }))
                .isInstanceOf(IllegalStateException.class);

        saved.addAll(read(range.resumeAt(history.point())));

        assertThat(saved).isEqualTo(whole);
    }

    @Test
    void aParallelStreamTakesNoMoreBarsThanItUses() {
        History history = qos.http().history(HistoryRange.of(KLineType.MINUTE_1, 500, CODE));

        assertThat(history.stream().parallel().limit(10).count()).isEqualTo(10);
        assertThat(history.point().bars(CODE)).isLessThanOrEqualTo(10);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aResumedWalkKnowsWhatWasHandedOutBefore() {
        HistoryRange range = HistoryRange.of(KLineType.DAY, 10, CODE, "HK:700").oldestFirst();
        History history = qos.http().history(range);
        Iterator<KLine> bars = history.stream().iterator();
        List<KLine> read = new ArrayList<>();
        while (read.size() < 17) {
            read.add(bars.next());
        }
        assertThat(bars.hasNext()).isTrue();
        assertThat(history.point().bars("HK:700")).isEqualTo(7);

        simulatorClock.set(NOW.plus(Duration.ofDays(5)));
        History rest = qos.http().history(range.resumeAt(history.point()));

        assertThat(rest.stream()).hasSize(3).noneMatch(read::contains);
        assertThat(rest.missing()).isEmpty();
        History complete = qos.http().history(range.resumeAt(rest.point()));
        assertThat(complete.stream()).isEmpty();
        assertThat(complete.missing()).isEmpty();
    }

    @Test
    void anUnknownMarketIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> qos.http().history(HistoryRange.of(KLineType.DAY, 5, "ZZ:1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("codes names a market that is not known to have codes: \"ZZ:1\"");
    }

    @Test
    void closingEndsASubscriberThatWantsNothing() throws Exception {
        History history = qos.http().history(HistoryRange.of(KLineType.DAY, 120, CODE));
        Reader reader = new Reader(5);
        history.publisher().subscribe(reader);
        reader.take(5);

        history.close();

        assertThat(reader.failed.get(20, TimeUnit.SECONDS)).isInstanceOf(ClosedException.class);
        Reader late = new Reader(0);
        History closed = qos.http().history(HistoryRange.of(KLineType.DAY, 120, CODE));
        closed.close();
        closed.publisher().subscribe(late);
        assertThat(late.failed.get(20, TimeUnit.SECONDS)).isInstanceOf(ClosedException.class);
    }

    @Test
    void closingTheStreamSendsNothingMore() {
        History history = qos.http().history(HistoryRange.of(KLineType.MINUTE_1, 500, CODE));
        Stream<KLine> bars = history.stream();
        Iterator<KLine> each = bars.iterator();
        each.next();
        bars.close();

        assertThatThrownBy(() -> each.forEachRemaining(bar -> {})).isInstanceOf(ClosedException.class);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void closingFromAnotherThreadEndsAWait() throws Exception {
        simulator.faults().http("/history", HttpFault.silence(), 1);
        History history = qos.http().history(HistoryRange.of(KLineType.DAY, 5, CODE));
        CompletableFuture<List<KLine>> read =
                CompletableFuture.supplyAsync(() -> history.stream().toList());
        Harness.until("the request arrived", () -> requests() == 1);
        history.close();

        assertThat(read).failsWithin(Harness.PATIENCE).withThrowableThat().withCauseInstanceOf(ClosedException.class);
    }

    @Test
    void interruptingTheReaderEndsAWait() throws Exception {
        simulator.faults().http("/history", HttpFault.silence(), 1);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                read(HistoryRange.of(KLineType.DAY, 5, CODE)).clear();
            } catch (ClientException e) {
                thrown.complete(e);
            }
        });
        reader.start();
        Harness.until("the request arrived", () -> requests() == 1);
        reader.interrupt();

        assertThat(Harness.get(thrown)).isInstanceOf(CallInterruptedException.class);
        reader.join();
    }

    @Test
    void isOneWalk() {
        History history = qos.http().history(HistoryRange.of(KLineType.DAY, 5, CODE));
        assertThat(history.stream()).hasSize(5);

        assertThatThrownBy(history::stream).isInstanceOf(IllegalStateException.class);
        Reader second = new Reader(1);
        history.publisher().subscribe(second);
        assertThat(second.failed).isCompletedWithValueMatching(IllegalStateException.class::isInstance);
    }

    @Test
    void estimatesRequestsAndTime() {
        try (QosClient slow = client().planLimits(
                        PlanLimits.defaults().withRequestsPerMinute(2).withBarsPerRequest(PAGE))
                .build()) {
            History history = slow.http().history(HistoryRange.of(KLineType.DAY, 5 * (PAGE - 1) + 1, CODE, "HK:700"));

            assertThat(history.estimate().requests()).isEqualTo(5);
            assertThat(history.estimate().duration()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
            assertThat(requests()).isZero();
        }
    }

    @Test
    void publishesAsManyAsRequestedAndNoPageTooEarly() throws Exception {
        List<KLine> whole = whole(KLineType.DAY, 120, Adjustment.NONE, CODE);
        int before = requests();
        Reader reader = new Reader(0);
        qos.http()
                .history(HistoryRange.of(KLineType.DAY, 120, CODE))
                .publisher()
                .subscribe(reader);
        assertThat(requests()).isEqualTo(before);
        reader.request(PAGE);
        List<KLine> read = new ArrayList<>(reader.take(PAGE));
        assertThat(requests()).isEqualTo(before + 1);

        reader.request(1);
        read.addAll(reader.take(1));
        reader.request(Long.MAX_VALUE);
        read.addAll(reader.take(120 - PAGE - 1));

        assertThat(read).isEqualTo(whole);
        reader.completed.get(20, TimeUnit.SECONDS);
        assertThat(reader.seen).isEmpty();
    }

    @Test
    void cancellingTheSubscriptionEndsTheWalk() throws Exception {
        Reader reader = new Reader(PAGE);
        qos.http()
                .history(HistoryRange.of(KLineType.DAY, 120, CODE))
                .publisher()
                .subscribe(reader);
        reader.take(PAGE);
        reader.cancel();
        reader.request(5);

        assertThat(requests()).isEqualTo(1);
        assertThat(reader.seen).isEmpty();
        assertThat(reader.completed).isNotDone();
    }

    @Test
    void publishesAFailure() throws Exception {
        simulator.faults().ignoreEndTime();
        Reader reader = new Reader(Long.MAX_VALUE);
        qos.http()
                .history(HistoryRange.of(KLineType.DAY, 120, CODE))
                .publisher()
                .subscribe(reader);

        assertThat(reader.failed.get(20, TimeUnit.SECONDS)).isInstanceOf(PagingIgnoredException.class);
        assertThat(reader.take(PAGE)).hasSize(PAGE);
    }

    @Test
    void demandThatIsNotPositiveFails() throws Exception {
        Reader reader = new Reader(0);
        qos.http()
                .history(HistoryRange.of(KLineType.DAY, 120, CODE))
                .publisher()
                .subscribe(reader);
        reader.request(0);

        assertThat(reader.failed.get(20, TimeUnit.SECONDS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(requests()).isZero();
    }

    /** A clock that stands. */
    private static final class SetClock extends Clock {
        private volatile Instant now = NOW;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A subscriber that requests what a test says. */
    private static final class Reader implements Flow.Subscriber<KLine> {
        private final long first;
        private final BlockingQueue<KLine> seen = new LinkedBlockingQueue<>();
        private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
        private final CompletableFuture<Boolean> completed = new CompletableFuture<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

        Reader(long first) {
            this.first = first;
        }

        void request(long n) {
            subscription.join().request(n);
        }

        void cancel() {
            subscription.join().cancel();
        }

        List<KLine> take(int count) throws InterruptedException {
            List<KLine> bars = new ArrayList<>();
            while (bars.size() < count) {
                KLine bar = seen.poll(20, TimeUnit.SECONDS);
                assertThat(bar).as("bar %d", bars.size()).isNotNull();
                bars.add(bar);
            }
            return bars;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
            if (first > 0) {
                given.request(first);
            }
        }

        @Override
        public void onNext(KLine bar) {
            seen.add(bar);
        }

        @Override
        public void onError(Throwable thrown) {
            failed.complete(thrown);
        }

        @Override
        public void onComplete() {
            completed.complete(true);
        }
    }
}
