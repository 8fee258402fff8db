package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.Limits;
import hk.qos.stream.StreamEvent;
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
 * One run from one seed with an executor that refuses in every way there is, a listener that throws, and a subscriber
 * that seldom asks for much. Whatever happens each hears its pushes in order, or how many were dropped, and one end.
 */
final class RefusingRun {
    private final SplittableRandom random;
    private final EngineHarness stage;
    private final List<Ear> ears = new ArrayList<>();
    private boolean calm;
    private long pushed;

    RefusingRun(long seed) {
        random = new SplittableRandom(seed);
        stage = new EngineHarness(
                seed,
                options -> options.limits(Limits.defaults().withQueues(8, 1 << 20))
                        .backoff(Backoff.defaults().withGiveUpAfter(Duration.ZERO)),
                this::moody);
    }

    /** Refuses one way or another for as long as it likes. */
    private Executor moody(Executor target) {
        return task -> {
            int mood = calm ? 9 : random.nextInt(10);
            if (mood > 3) {
                target.execute(task);
                return;
            }
            if (mood == 0) {
                // As a pool does that cannot start the thread for what it has queued.
                target.execute(task);
                throw new InternalError("unable to start a thread");
            }
            throw mood == 1 ? new IllegalStateException("broken") : new RejectedExecutionException("full");
        };
    }

    /** What one consumer has heard of the pushes, whose numbers go up by one. */
    private final class Ear {
        private final String name;
        private long last;
        private long dropped;
        private long missing;
        private int ends;
        private @Nullable String complaint;

        Ear(String name) {
            this.name = name;
            ears.add(this);
        }

        void data(Tick tick) {
            complain(ends == 0 && tick.number() > last, "after " + last + " came " + tick);
            missing += tick.number() - last - 1;
            last = tick.number();
        }

        void event(StreamEvent event) {
            complain(ends == 0, "after the end came " + event);
            if (event instanceof StreamEvent.Overflow overflow) {
                dropped += overflow.count();
            }
            ends += event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed ? 1 : 0;
        }

        private void complain(boolean fine, String what) {
            complaint = fine || complaint != null ? complaint : name + ": " + what;
        }
    }

    private final class Few implements Flow.Subscriber<Update<Tick>> {
        private final Ear ear = new Ear("subscriber");
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
            ear.complain(--asked >= 0, "more than it asked for: " + item);
            if (item instanceof Update.Data<Tick> data) {
                ear.data(data.data());
            } else if (item instanceof Update.Event<Tick> event && !isEnd(event.event())) {
                ear.event(event.event());
            }
        }

        /** The end as an event takes demand, so that not every subscriber sees it; the signal always comes. */
        private boolean isEnd(StreamEvent event) {
            return event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed;
        }

        @Override
        public void onError(Throwable error) {
            ear.ends++;
        }

        @Override
        public void onComplete() {
            ear.ends++;
        }
    }

    void live() {
        Ear ear = new Ear("listener");
        Subscription<Tick> subscription =
                stage.engine.subscribe(ToyChannel.TICKS, List.of("a"), listener(ear::data, ear::event));
        Few few = new Few();
        subscription.updates().subscribe(few);
        Ear stream = new Ear("stream");
        stage.engine.onEvent(stream::event);
        stage.seconds(5);
        for (int i = 20 + random.nextInt(60); i > 0; i--) {
            act(few);
            stage.advance(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(30)));
        }
        boolean refusesToTheEnd = random.nextInt(3) == 0;
        if (!refusesToTheEnd) {
            calm = true;
            few.ask(Long.MAX_VALUE / 2);
            stage.seconds(60);
            push(1);
            stage.settle();
            assertThat(List.of(ear.last, few.ear.last)).containsOnly(pushed);
            assertThat(ear.missing).as("what the listener missed").isLessThanOrEqualTo(ear.dropped);
            assertThat(few.ear.missing).as("what the subscriber missed").isLessThanOrEqualTo(few.ear.dropped);
        }
        end();
        stage.seconds(30);
        assertThat(ears).extracting(each -> each.complaint).containsOnlyNulls();
        assertThat(ears)
                .allSatisfy(each ->
                        assertThat(each.ends).as("ends of the " + each.name).isEqualTo(1));
        assertThat(stage.loop.timers()).isZero();
    }

    private hk.qos.stream.Listener<Tick> listener(Consumer<Tick> data, Consumer<StreamEvent> events) {
        return new hk.qos.stream.Listener<>() {
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
        return stage.server.peer().open
                && !stage.server.peer().gone
                && stage.server
                        .peer()
                        .subscribed
                        .getOrDefault("ticks", java.util.Set.of())
                        .contains("a");
    }

    private void push(int count) {
        for (int i = 0; i < count && isServed(); i++) {
            stage.server.peer().push("ticks", "a", ++pushed);
        }
    }

    private void cut() {
        if (isServed() && random.nextInt(3) == 0) {
            stage.server.peer().cut();
        }
    }

    /** Closed by the user, or failed since the server lets nobody in any more. */
    private void end() {
        if (random.nextBoolean()) {
            stage.engine.close();
            return;
        }
        stage.server.reception = peer -> peer.end(ConnectionEnd.refused(403, null));
        for (int i = 0; i < 20 && !stage.engine.state().isFinal(); i++) {
            if (isServed()) {
                stage.server.peer().cut();
            }
            stage.seconds(60);
        }
    }
}
