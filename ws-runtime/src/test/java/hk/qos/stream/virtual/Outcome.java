package hk.qos.stream.virtual;

import hk.qos.stream.StreamState;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.Topic;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run must have come to. */
final class Outcome {
    private final Chaos chaos;

    Outcome(Chaos chaos) {
        this.chaos = chaos;
    }

    /** The server has behaved for long: all is served that is wanted, nothing else, and nobody waits. */
    void calm() {
        StreamState state = chaos.engine.state();
        if (state == StreamState.FAILED || state == StreamState.IDLE) {
            return;
        }
        judge(state == StreamState.READY, "not ready in calm: " + chaos.engine.explain());
        judge(chaos.promises.isEmpty(), "still open in calm: " + chaos.promises);
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (Chaos.Held held : chaos.handles) {
            held.handle.states().forEach((key, now) -> {
                if (!held.handle.isClosed() && now == SubscriptionState.ACTIVE) {
                    wanted.computeIfAbsent(held.channel.name(), none -> new TreeSet<>())
                            .add(key);
                }
                judge(
                        now == SubscriptionState.ACTIVE
                                || now == SubscriptionState.REJECTED
                                || now == SubscriptionState.CLOSED,
                        held.channel.name() + " " + key + " is " + now + " in calm");
            });
        }
        if (chaos.server.isUp()) {
            Map<String, Set<String>> served = new TreeMap<>(chaos.server.newest().subscribed);
            served.values().removeIf(Set::isEmpty);
            judge(served.equals(wanted), "served " + served + ", wanted " + wanted);
        }
    }

    /** Whether nothing is to be expected any more. */
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

    /** At the moment when what was lent is given back. */
    void released() {
        judge(chaos.server.live() == 0, chaos.server.live() + " connections are left at the release");
        judge(chaos.counted.timers() == 0, chaos.counted.timers() + " timers are left at the release");
    }

    /** Nothing was pushed for a while: who is to hear of that has, and of what was missed. */
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
                    .forEach((key, now) -> judge(
                            !chaos.watches
                                    || now != SubscriptionState.ACTIVE
                                    || stale.contains(new Topic(held.channel.name(), key)),
                            held.channel.name() + " " + key + " is mute, which nobody was told"));
        }
    }

    /** Five seconds after close. */
    void closed() {
        judge(chaos.engine.state().isFinal(), "not closed: " + chaos.engine.state());
        judge(chaos.released == 1, "released " + chaos.released + " times");
        judge(chaos.server.live() == 0, chaos.server.live() + " connections are left");
        judge(chaos.counted.timers() == 0, chaos.counted.timers() + " timers are left");
        judge(chaos.promises.isEmpty(), "still open after close: " + chaos.promises);
        judge(chaos.handles.stream().allMatch(held -> held.handle.isClosed()), "a handle is open after close");
    }

    /** Long after, when every listener has come to its end. */
    void over() {
        judge(chaos.watch.isOver(), "the end was not told");
        judge(chaos.gauges != null && chaos.gauges.keys() == 0, "keys are held after close");
        judge(chaos.gauges != null && chaos.gauges.itemsWaiting() == 0, "items wait after close");
        judge(chaos.gauges != null && chaos.gauges.bytesWaiting() == 0, "bytes wait after close");
        judge(chaos.released == 1, "released " + chaos.released + " times");
    }

    private void judge(boolean fine, String what) {
        if (!fine) {
            chaos.trace.violation(what);
        }
    }
}
