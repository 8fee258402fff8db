package hk.qos.stream.internal.engine;

import hk.qos.stream.Resubscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which keys of one channel were in frames that the connection did not survive. If two connections end after a
 * frame, its keys are isolated: they are sent in frames of their own, halved each time, so that the other keys are served.
 * A connection can end for any reason, and a restarting server looks the same, so no key is ever given up. A key that
 * stands alone is asked for less and less often if other keys are served without it; all such keys of a channel share a
 * pause. On the loop.
 */
final class PoisonKeyDetector {

    /** Keys of which one may end connections. */
    static final class Group {
        private final Set<String> keys;
        private final boolean alone;
        /** When a connection last ended after it; the group that was blamed longest ago is next. */
        private long blamedAt = Long.MIN_VALUE;
        /** Whether a connection ended after its only key was asked for alone. */
        private boolean single;
        /** Whether other keys were served on that connection. */
        private boolean othersServed;

        Group(Collection<String> keys, boolean alone) {
            this.keys = new LinkedHashSet<>(keys);
            this.alone = alone;
        }

        private Group at(long now) {
            blamedAt = now;
            return this;
        }

        long blamedAt() {
            return blamedAt;
        }

        List<String> keys(Predicate<String> missing) {
            return keys.stream().filter(missing).toList();
        }
    }

    private final List<Group> groups = new ArrayList<>();
    private final GrowingInterval pause;

    PoisonKeyDetector(Resubscription setting) {
        this.pause = new GrowingInterval(setting, 0);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Whether {@code key} must not share a frame with others than its group. */
    boolean isIsolated(String key) {
        return isIn(key, group -> group.alone);
    }

    /** Whether connections ended after {@code key} though it was asked for alone. */
    boolean isSingle(String key) {
        return isIn(key, group -> group.single);
    }

    /** Whether other keys are known to be served without {@code key}. */
    boolean areOthersServedWithout(String key) {
        return isIn(key, group -> group.othersServed);
    }

    private boolean isIn(String key, Predicate<Group> which) {
        for (Group group : groups) {
            if (which.test(group) && group.keys.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Nanoseconds until keys without which others are served may be subscribed. */
    long left(long now) {
        return groups.isEmpty() ? 0 : pause.left(now);
    }

    /**
     * The isolated group with missing keys that was blamed longest ago.
     *
     * @param othersServed whether other keys must, or must not, be known to be served without it
     */
    @Nullable
    Group nextIsolated(Predicate<String> missing, boolean othersServed) {
        Group next = null;
        for (Group group : groups) {
            boolean sooner = next == null || group.blamedAt < next.blamedAt;
            if (group.alone
                    && group.othersServed == othersServed
                    && sooner
                    && group.keys.stream().anyMatch(missing)) {
                next = group;
            }
        }
        return next;
    }

    /** The connection survived {@code keys}, or nobody wants them any more. */
    void clear(Collection<String> keys) {
        for (Iterator<Group> i = groups.iterator(); i.hasNext(); ) {
            Group group = i.next();
            group.keys.removeAll(keys);
            if (group.keys.isEmpty()) {
                i.remove();
            }
        }
    }

    /** The connection survived an isolated group: the others may be harmless, too, and share one frame now. */
    void survived() {
        forgive();
        List<Group> isolated = groups.stream().filter(group -> group.alone).toList();
        if (isolated.size() > 1) {
            Set<String> rest = new LinkedHashSet<>();
            isolated.forEach(group -> rest.addAll(group.keys));
            groups.removeAll(isolated);
            groups.add(new Group(rest, true));
        }
    }

    /** Connections end without these keys, too, so they need no pause. */
    void forgive() {
        pause.reset();
        groups.forEach(group -> group.othersServed = false);
    }

    /**
     * A connection ended after {@code keys} were sent and before they were answered.
     *
     * @param sentAs the isolated group that they were sent as, if any
     * @param othersServed whether the server served other keys on that connection
     */
    void blame(List<String> keys, @Nullable Group sentAs, boolean othersServed, long now) {
        Group again = sentAs == null ? overlapping(keys) : sentAs;
        if (again == null) {
            groups.add(new Group(keys, false));
            return;
        }
        groups.remove(again);
        if (keys.size() > 1) {
            isolate(again.keys(keys::contains), now);
            return;
        }
        Group single = new Group(keys, true).at(now);
        single.single = true;
        single.othersServed = othersServed;
        groups.add(single);
        if (othersServed) {
            pause.failed(now);
        }
    }

    /** The group that shares a key with {@code keys} and is not isolated. */
    private @Nullable Group overlapping(List<String> keys) {
        for (Group group : groups) {
            if (!group.alone && keys.stream().anyMatch(group.keys::contains)) {
                return group;
            }
        }
        return null;
    }

    private void isolate(List<String> keys, long now) {
        int half = keys.size() / 2;
        if (half > 0) {
            groups.add(new Group(keys.subList(0, half), true).at(now));
        }
        groups.add(new Group(keys.subList(half, keys.size()), true).at(now));
    }
}
