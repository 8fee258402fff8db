package hk.qos.ws.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which keys were in frames that the connection did not survive. A connection can end for any reason, so a
 * key is condemned only if connections that had proved themselves ended twice right after it was asked for alone.
 */
final class Suspects {

    /** Keys of which one may be the offender. */
    static final class Group {
        private final Set<String> keys;
        private final boolean alone;
        private int strikes;

        Group(Collection<String> keys, boolean alone, int strikes) {
            this.keys = new LinkedHashSet<>(keys);
            this.alone = alone;
            this.strikes = strikes;
        }
    }

    private static final int CONDEMNED = 2;

    private final List<Group> groups = new ArrayList<>();

    boolean isEmpty() {
        return groups.isEmpty();
    }

    boolean touches(Collection<String> keys) {
        return groups.stream().anyMatch(group -> keys.stream().anyMatch(group.keys::contains));
    }

    /** Whether {@code key} must not share a frame with others than its group. */
    boolean isIsolated(String key) {
        for (Group group : groups) {
            if (group.alone && group.keys.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** The first isolated group of which something is to be sent. */
    @Nullable
    Group nextIsolated(Predicate<String> missing) {
        for (Group group : groups) {
            if (group.alone && group.keys.stream().anyMatch(missing)) {
                return group;
            }
        }
        return null;
    }

    static List<String> keys(Group group, Predicate<String> missing) {
        return group.keys.stream().filter(missing).toList();
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

    /**
     * A connection ended after {@code keys} were sent and before they were answered.
     *
     * @param sentAs the isolated group that they were sent as, if any
     * @param proven whether the server had said anything on that connection before
     * @return the key that is condemned, if one is
     */
    @Nullable
    String blame(List<String> keys, @Nullable Group sentAs, boolean proven) {
        if (sentAs != null) {
            return blameGroup(sentAs, keys);
        }
        Group known = proven ? overlapping(keys) : null;
        if (known != null) {
            groups.remove(known);
            isolate(known.keys.stream().filter(keys::contains).toList(), 1);
        } else if (!touches(keys)) {
            groups.add(new Group(keys, false, 1));
        }
        return null;
    }

    private @Nullable String blameGroup(Group group, List<String> keys) {
        if (keys.size() == 1) {
            if (++group.strikes < CONDEMNED) {
                return null;
            }
            groups.remove(group);
            return keys.get(0);
        }
        groups.remove(group);
        isolate(keys, 0);
        return null;
    }

    private void isolate(List<String> keys, int strikes) {
        if (keys.size() == 1) {
            groups.add(new Group(keys, true, strikes));
        } else if (!keys.isEmpty()) {
            groups.add(new Group(keys.subList(0, keys.size() / 2), true, 0));
            groups.add(new Group(keys.subList(keys.size() / 2, keys.size()), true, 0));
        }
    }

    private @Nullable Group overlapping(List<String> keys) {
        for (Group group : groups) {
            if (!group.alone && keys.stream().anyMatch(group.keys::contains)) {
                return group;
            }
        }
        return null;
    }
}
