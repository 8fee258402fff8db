package hk.qos.stream.virtual;

import hk.qos.stream.StreamState;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.Topic;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The checks at the end of a run. */
final class Outcome {
    private final Chaos chaos;

    Outcome(Chaos chaos) {
        this.chaos = chaos;
    }

    /** After a long time without faults, all wanted keys are served, nothing else, and no caller waits. */
    void calm() {
        StreamState state = chaos.engine.state();
        if (state == StreamState.FAILED || state == StreamState.IDLE) {
            return;
        }
        check(state == StreamState.READY, "not ready in calm: " + chaos.engine.explain());
        check(chaos.promises.isEmpty(), "still open in calm: " + chaos.promises);
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (Chaos.Held held : chaos.handles) {
            held.handle.states().forEach((key, now) -> {
                if (!held.handle.isClosed() && now == SubscriptionState.ACTIVE) {
                    wanted.computeIfAbsent(held.channel.name(), none -> new TreeSet<>())
                            .add(key);
                }
                check(
                        now == SubscriptionState.ACTIVE
                                || now == SubscriptionState.REJECTED
                                || now == SubscriptionState.CLOSED,
                        held.channel.name() + " " + key + " is " + now + " in calm");
            });
        }
        if (chaos.server.isUp()) {
            Map<String, Set<String>> served = new TreeMap<>(chaos.server.newest().subscribed);
            served.values().removeIf(Set::isEmpty);
            check(served.equals(wanted), "served " + served + ", wanted " + wanted);
        }
    }

    /** Whether nothing more is expected. */
    boolean isSettled() {
        StreamState state = chaos.engine.state();
        return state.isFinal()
                || state == StreamState.IDLE
                || (state == StreamState.READY
                        && chaos.promises.isEmpty()
                        && chaos.handles.stream()
                                .flatMap(held -> held.handle.states().values().stream())
                                .noneMatch(now -> now == SubscriptionState.PENDING
                                        || now == SubscriptionState.RESTORING
                                        || now == SubscriptionState.ISOLATED));
    }

    /** Called when the environment is released. */
    void released() {
        check(chaos.server.live() == 0, chaos.server.live() + " connections are left at the release");
        check(chaos.counted.timers() == 0, chaos.counted.timers() + " timers are left at the release");
    }

    /** After a time without pushes, staleness and gaps have been reported. */
    void rested() {
        boolean delivered = chaos.gauges != null && chaos.gauges.itemsWaiting() == 0;
        if (chaos.engine.state() != StreamState.READY || !delivered || chaos.watch.isBlind()) {
            return;
        }
        Set<Topic> stale = chaos.watch.takeStale();
        for (Chaos.Held held : chaos.handles) {
            if (chaos.fills) {
                held.listener.judgeLedger();
            }
            held.handle
                    .states()
                    .forEach((key, now) -> check(
                            !chaos.watches
                                    || now != SubscriptionState.ACTIVE
                                    || stale.contains(new Topic(held.channel.name(), key)),
                            held.channel.name() + " " + key + " is silent, but was not reported as stale"));
        }
    }

    /** Five seconds after close. */
    void closed() {
        check(chaos.engine.state().isFinal(), "not closed: " + chaos.engine.state());
        check(chaos.released == 1, "released " + chaos.released + " times");
        check(chaos.server.live() == 0, chaos.server.live() + " connections are left");
        check(chaos.counted.timers() == 0, chaos.counted.timers() + " timers are left");
        check(chaos.promises.isEmpty(), "still open after close: " + chaos.promises);
        check(chaos.handles.stream().allMatch(held -> held.handle.isClosed()), "a handle is open after close");
    }

    /** Called long after, when every listener has received its end. */
    void over() {
        check(chaos.watch.isOver(), "the last event was not delivered");
        check(chaos.gauges != null && chaos.gauges.keys() == 0, "keys are held after close");
        check(chaos.gauges != null && chaos.gauges.itemsWaiting() == 0, "items wait after close");
        check(chaos.gauges != null && chaos.gauges.bytesWaiting() == 0, "bytes wait after close");
        check(chaos.released == 1, "released " + chaos.released + " times");
    }

    private void check(boolean fine, String what) {
        if (!fine) {
            chaos.trace.violation(what);
        }
    }
}
