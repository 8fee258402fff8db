package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.Subscription;
import hk.qos.stream.Update;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run from one seed with an executor that rejects in every way, a listener that throws, and a subscriber
 * with little demand. Each receives its pushes in order, or the number dropped, and one end.
 */
final class RefusingRun {
    private final SplittableRandom random;
    private final EngineHarness harness;
    private final List<ConsumerLog> logs = new ArrayList<>();
    private boolean calm;
    private long pushed;

    RefusingRun(long seed) {
        random = new SplittableRandom(seed);
        harness = new EngineHarness(
                seed,
                options -> options.limits(StreamLimits.defaults()
                                .withItemsPerSubscription(8)
                                .withQueuedBytes(1 << 20))
                        .backoff(Backoff.defaults().withGiveUpAfter(Duration.ZERO)),
                this::rejectingAtRandom);
    }

    /** Rejects in a random way for a random time. */
    private Executor rejectingAtRandom(Executor target) {
        return task -> {
            int choice = calm ? 9 : random.nextInt(10);
            if (choice > 3) {
                target.execute(task);
                return;
            }
            if (choice == 0) {
                // As a pool does that cannot start the thread for what it has queued.
                target.execute(task);
                throw new InternalError("unable to start a thread");
            }
            throw choice == 1 ? new IllegalStateException("broken") : new RejectedExecutionException("full");
        };
    }

    /** The pushes that one consumer received, whose numbers increase by one. */
    private final class ConsumerLog {
        private final String name;
        private long last;
        private long dropped;
        private long missing;
        private int ends;
        private @Nullable String violation;

        ConsumerLog(String name) {
            this.name = name;
            logs.add(this);
        }

        void data(Tick tick) {
            check(ends == 0 && tick.number() > last, "after " + last + " came " + tick);
            missing += tick.number() - last - 1;
            last = tick.number();
        }

        void event(StreamEvent event) {
            check(ends == 0, "after the end came " + event);
            if (event instanceof StreamEvent.Overflow overflow) {
                dropped += overflow.count();
            }
            ends += event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed ? 1 : 0;
        }

        private void check(boolean fine, String what) {
            violation = fine || violation != null ? violation : name + ": " + what;
        }
    }

    private final class Few implements Flow.Subscriber<Update<Tick>> {
        private final ConsumerLog log = new ConsumerLog("subscriber");
        private Flow.@Nullable Subscription subscription;
        private long asked;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        void ask(long n) {
            if (subscription != null) {
                asked += n;
                subscription.request(n);
            }
        }

        @Override
        public void onNext(Update<Tick> item) {
            log.check(--asked >= 0, "more than it asked for: " + item);
            if (item instanceof Update.Data<Tick> data) {
                log.data(data.data());
            } else if (item instanceof Update.Event<Tick> event && !isEnd(event.event())) {
                log.event(event.event());
            }
        }

        /** The end as an event takes demand, so that not every subscriber sees it; the signal always comes. */
        private boolean isEnd(StreamEvent event) {
            return event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed;
        }

        @Override
        public void onError(Throwable error) {
            log.ends++;
        }

        @Override
        public void onComplete() {
            log.ends++;
        }
    }

    void live() {
        ConsumerLog log = new ConsumerLog("listener");
        Subscription<Tick> subscription =
                harness.engine.subscribe(ToyChannel.TICKS, List.of("a"), listener(log::data, log::event));
        Few few = new Few();
        subscription.updates().subscribe(few);
        ConsumerLog stream = new ConsumerLog("stream");
        harness.engine.onEvent(stream::event);
        harness.seconds(5);
        for (int i = 20 + random.nextInt(60); i > 0; i--) {
            act(few);
            harness.advance(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(30)));
        }
        boolean refusesToTheEnd = random.nextInt(3) == 0;
        if (!refusesToTheEnd) {
            calm = true;
            few.ask(Long.MAX_VALUE / 2);
            harness.seconds(60);
            push(1);
            harness.settle();
            assertThat(List.of(log.last, few.log.last)).containsOnly(pushed);
            assertThat(log.missing).as("what the listener missed").isLessThanOrEqualTo(log.dropped);
            assertThat(few.log.missing).as("what the subscriber missed").isLessThanOrEqualTo(few.log.dropped);
        }
        end();
        harness.seconds(30);
        assertThat(logs).extracting(each -> each.violation).containsOnlyNulls();
        assertThat(logs)
                .allSatisfy(each ->
                        assertThat(each.ends).as("ends of the " + each.name).isEqualTo(1));
        assertThat(harness.loop.timers()).isZero();
    }

    private hk.qos.stream.StreamListener<Tick> listener(Consumer<Tick> data, Consumer<StreamEvent> events) {
        return new hk.qos.stream.StreamListener<>() {
            @Override
            public void onData(Tick tick) {
                data.accept(tick);
                if (!calm && random.nextInt(20) == 0) {
                    throw new IllegalStateException("a listener that throws");
                }
            }

            @Override
            public void onEvent(StreamEvent event) {
                events.accept(event);
            }
        };
    }

    private void act(Few few) {
        switch (random.nextInt(8)) {
            case 0 -> few.ask(1 + random.nextInt(4));
            case 1 -> cut();
            case 2 -> push(random.nextInt(30));
            default -> push(1 + random.nextInt(3));
        }
    }

    private boolean isServed() {
        return harness.server.peer().open
                && !harness.server.peer().gone
                && harness.server
                        .peer()
                        .subscribed
                        .getOrDefault("ticks", java.util.Set.of())
                        .contains("a");
    }

    private void push(int count) {
        for (int i = 0; i < count && isServed(); i++) {
            harness.server.peer().push("ticks", "a", ++pushed);
        }
    }

    private void cut() {
        if (isServed() && random.nextInt(3) == 0) {
            harness.server.peer().cut();
        }
    }

    /** Closed by the user, or failed because the server refuses all connections. */
    private void end() {
        if (random.nextBoolean()) {
            harness.engine.close();
            return;
        }
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(403, null));
        for (int i = 0; i < 20 && !harness.engine.state().isFinal(); i++) {
            if (isServed()) {
                harness.server.peer().cut();
            }
            harness.seconds(60);
        }
    }
}
