package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hk.qos.error.ClientException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The invariants of every step of a run. */
final class Invariants {

    private record Promise(String what, CompletableFuture<?> future, long deadline, AtomicInteger completions) {}

    private final RandomRun run;
    private final List<CheckedSubscription> handles;
    private final CallbackFailures complaints;
    private final List<Promise> promises = new ArrayList<>();
    private final List<Promise> everPromised = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private int seenFrames;
    private long lastFrame = Long.MIN_VALUE;
    private int connectionNumber;
    private boolean attemptOpen;
    private boolean followed = true;
    private @Nullable StreamEvent last;
    /** Topics reported as stale; {@code null} once events were dropped. */
    private @Nullable Set<Topic> stale = new HashSet<>();

    Invariants(RandomRun run, List<CheckedSubscription> handles, CallbackFailures complaints) {
        this.run = run;
        this.handles = handles;
        this.complaints = complaints;
    }

    void note(String line) {
        trace.add(run.loop.nanoTime() + " " + line);
    }

    List<String> trace() {
        return trace;
    }

    /** Something that must complete by its deadline, or at the end of the stream. */
    void expect(String what, CompletableFuture<?> future, @Nullable Duration within) {
        long deadline = within == null ? Long.MAX_VALUE : run.loop.nanoTime() + within.toNanos();
        Promise promise = new Promise(what, future, deadline, new AtomicInteger());
        var unused = future.whenComplete((value, error) -> complaints.about(() -> {
            promise.completions().incrementAndGet();
            assertThat(error == null || error instanceof ClientException)
                    .as("%s ended by %s", what, error)
                    .isTrue();
            trace.add(what + (error == null ? " ok" : " failed: " + error.getMessage()));
        }));
        promises.add(promise);
        everPromised.add(promise);
    }

    /** The server is about to push. */
    void pushed(Topic topic) {
        if (stale != null) {
            stale.remove(topic);
        }
    }

    /** Each attempt ends in exactly one event, and nothing follows the end. */
    void event(StreamEvent event) {
        complaints.about(() -> check(event));
    }

    private void check(StreamEvent event) {
        trace.add(run.loop.nanoTime() + " " + event);
        assertThat(last instanceof StreamEvent.Closed || last instanceof StreamEvent.Failed)
                .as("something after the end: %s", event)
                .isFalse();
        staleness(event);
        if (event instanceof StreamEvent.Rejected rejected) {
            assertThat(rejected.reason()).as("only the server rejects").isEqualTo(RandomRun.REFUSAL);
        }
        if (event instanceof StreamEvent.Overflow) {
            // The dropped events are unknown.
            connectionNumber = 0;
            followed = false;
        } else if (event instanceof StreamEvent.Connected connected) {
            assertThat(connected.connectionNumber()).isGreaterThan(connectionNumber);
            connectionNumber = connected.connectionNumber();
            assertThat(followed && attemptOpen).as("connected twice").isFalse();
            attemptOpen = true;
            followed = true;
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            assertThat(failed.connectionNumber()).isGreaterThan(connectionNumber);
            connectionNumber = failed.connectionNumber();
            assertThat(followed && attemptOpen).as("connected and failed").isFalse();
            attemptOpen = false;
            followed = true;
        } else if (event instanceof StreamEvent.Disconnected disconnected) {
            assertThat(!followed || disconnected.connectionNumber() == connectionNumber)
                    .as("the connectionNumber that ends")
                    .isTrue();
            assertThat(!followed || attemptOpen)
                    .as("disconnected what was connected")
                    .isTrue();
            connectionNumber = disconnected.connectionNumber();
            attemptOpen = false;
            followed = true;
        } else if (event instanceof StreamEvent.Ready ready) {
            assertThat(!followed || ready.connectionNumber() == connectionNumber)
                    .as("the connectionNumber that is ready")
                    .isTrue();
        }
        last = event;
    }

    private void staleness(StreamEvent event) {
        if (event instanceof StreamEvent.Overflow overflow && overflow.channel().equals("events")) {
            stale = null;
        } else if (stale != null && event instanceof StreamEvent.Stale mute) {
            stale.add(mute.topic());
        } else if (stale != null && event instanceof StreamEvent.Disconnected) {
            stale.clear();
        }
    }

    void check() {
        complaints.raise();
        connections();
        pacing();
        acknowledged();
        long now = run.loop.nanoTime();
        promises.removeIf(promise -> promise.future().isDone());
        for (Promise promise : promises) {
            assertThat(promise.deadline())
                    .as("deadline of a %s", promise.what())
                    .isGreaterThanOrEqualTo(now);
        }
    }

    /** One at a time, and none after the end. */
    private void connections() {
        assertThat(run.server.peers.stream().filter(peer -> !peer.gone).count())
                .as("connections at once, released %s times", run.released())
                .isLessThanOrEqualTo(1 - run.released());
        assertThat(run.released() == 0 || run.counted.timers() == 0)
                .as("timers left at the release")
                .isTrue();
    }

    private void pacing() {
        List<FakeServer.Received> frames = run.server.received;
        for (; seenFrames < frames.size(); seenFrames++) {
            FakeServer.Received frame = frames.get(seenFrames);
            trace.add(frame.toString());
            if (lastFrame != Long.MIN_VALUE && frame.at() - lastFrame < EngineHarness.GAP.toNanos()) {
                fail("%d ns before %s", frame.at() - lastFrame, frame);
            }
            lastFrame = frame.at();
        }
    }

    /** Active keys are subscribed at the server; in READY no key waits to be restored. */
    private void acknowledged() {
        boolean ready = run.engine.state() == StreamState.READY;
        for (CheckedSubscription handle : handles) {
            if (!handle.subscription().isClosed()) {
                handle.subscription()
                        .states()
                        .forEach((key, state) -> acknowledged(handle.channel.name(), key, state, ready));
            }
        }
    }

    private void acknowledged(String channel, String key, SubscriptionState state, boolean ready) {
        if (ready && state == SubscriptionState.RESTORING) {
            fail("%s %s is being restored, and the stream says that it is ready", channel, key);
        }
        if (state == SubscriptionState.ACTIVE
                && !(run.isConnected()
                        && run.server
                                .peer()
                                .subscribed
                                .getOrDefault(channel, Set.of())
                                .contains(key))) {
            fail("%s %s is called active, and the server does not serve it", channel, key);
        }
    }

    /** The server serves what is wanted, and nothing else. */
    void atRest() {
        assertThat(run.engine.state()).as(run.engine.explain()).isEqualTo(StreamState.READY);
        Map<String, Set<String>> wanted = new HashMap<>();
        for (CheckedSubscription handle : handles) {
            handle.nothingLostSilently();
            handle.subscription().states().forEach((key, state) -> {
                assertThat(state)
                        .as("%s %s", handle.channel.name(), key)
                        .isIn(SubscriptionState.ACTIVE, SubscriptionState.REJECTED, SubscriptionState.CLOSED);
                if (state == SubscriptionState.ACTIVE) {
                    Topic topic = new Topic(handle.channel.name(), key);
                    assertThat(!run.watches || stale == null || stale.contains(topic))
                            .as("%s is silent and reported as stale", topic)
                            .isTrue();
                    wanted.computeIfAbsent(handle.channel.name(), none -> new TreeSet<>())
                            .add(key);
                }
            });
        }
        Map<String, Set<String>> served = new HashMap<>(run.server.peer().subscribed);
        served.values().removeIf(Set::isEmpty);
        assertThat(served).as("served").isEqualTo(wanted);
        assertThat(promises).as("unanswered at rest").isEmpty();
    }

    /** The environment was released: nothing may use it any more. */
    void atRelease(int timers) {
        complaints.about(() -> {
            assertThat(timers).as("timers left at the release").isZero();
            connectionsLeft();
        });
    }

    private void connectionsLeft() {
        assertThat(run.server.peers)
                .allSatisfy(peer -> assertThat(peer.gone).as("connections left").isTrue());
    }

    void afterClose() {
        assertThat(run.engine.state().isFinal()).isTrue();
        assertThat(last).isInstanceOfAny(StreamEvent.Closed.class, StreamEvent.Failed.class);
        assertThat(run.released()).as("releases").isOne();
        assertThat(run.loop.timers()).as("timers left").isZero();
        assertThat(new HashSet<>(everPromised))
                .allSatisfy(promise -> assertThat(promise.completions().get())
                        .as("completions of a %s", promise.what())
                        .isOne());
        assertThat(handles)
                .allSatisfy(
                        handle -> assertThat(handle.subscription().isClosed()).isTrue());
        connectionsLeft();
    }
}
