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
 * Remembers which keys of one channel were in frames that the connection did not survive. The keys of a frame after which
 * two connections ended are isolated: they go in frames of their own, halved each time, so that the others are served. A
 * connection can end for any reason, and a restarting server looks the same, so a key that stands alone is never given up.
 * It is asked for ever more rarely only if other keys are served without it; all such keys of a channel share their pause.
 */
final class PoisonKeyDetector {

    /** Keys of which one may be the offender. */
    static final class Group {
        private final Set<String> keys;
        private final boolean alone;
        /** When a connection last ended after it; the one that has waited longest is next. */
        private long blamedAt = Long.MIN_VALUE;
        /** Whether a connection ended after its only key was asked for alone. */
        private boolean single;
        /** Whether others were served on that connection. */
        private boolean struck;

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
    private final GrowingInterval patience;

    PoisonKeyDetector(Resubscription setting) {
        this.patience = new GrowingInterval(setting, 0);
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

    /** Whether others are served without {@code key}, as far as is known. */
    boolean isStruck(String key) {
        return isIn(key, group -> group.struck);
    }

    private boolean isIn(String key, Predicate<Group> which) {
        for (Group group : groups) {
            if (which.test(group) && group.keys.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Nanoseconds until keys without which others are served may be asked for. */
    long left(long now) {
        return groups.isEmpty() ? 0 : patience.left(now);
    }

    /**
     * The isolated group of which something is to be sent that was blamed longest ago.
     *
     * @param struck whether others are served without it, as far as is known
     */
    @Nullable
    Group nextIsolated(Predicate<String> missing, boolean struck) {
        Group next = null;
        for (Group group : groups) {
            boolean sooner = next == null || group.blamedAt < next.blamedAt;
            if (group.alone
                    && group.struck == struck
                    && sooner
                    && group.keys.stream().anyMatch(missing)) {
                next = group;
            }
        }
        return next;
    }

    /** The server survived {@code keys}, or nobody wants them any more. */
    void clear(Collection<String> keys) {
        for (Iterator<Group> i = groups.iterator(); i.hasNext(); ) {
            Group group = i.next();
            group.keys.removeAll(keys);
            if (group.keys.isEmpty()) {
                i.remove();
            }
        }
    }

    /** An isolated group was survived, so that the others may be innocent, too: they go in one frame, at once. */
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

    /** Connections end without these, too. */
    void forgive() {
        patience.forget();
        groups.forEach(group -> group.struck = false);
    }

    /**
     * A connection ended after {@code keys} were sent and before they were answered.
     *
     * @param sentAs the isolated group that they were sent as, if any
     * @param othersServed whether the server served others on that connection
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
        single.struck = othersServed;
        groups.add(single);
        if (othersServed) {
            patience.failed(now);
        }
    }

    /** The keys of which some were in a frame before that a connection did not survive. */
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
