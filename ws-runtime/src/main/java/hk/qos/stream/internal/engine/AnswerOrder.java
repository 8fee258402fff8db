package hk.qos.stream.internal.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which types of frames the server answers without their id. An answer then belongs to the oldest frame of its type, so a
 * lost answer would shift all later ones. Such a type is therefore sent one frame at a time, and after a frame without an
 * answer not before a late answer has arrived or would have. Survives connections. On the loop.
 */
final class AnswerOrder {
    private final String heartbeat;
    private final Set<String> withoutIds = new HashSet<>();
    /** The number of frames that expired and may still be answered on the present connection. */
    private final Map<String, Integer> late = new HashMap<>();

    /** @param heartbeat the type of heartbeats, whose answers are alike */
    AnswerOrder(String heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** A frame of {@code type} was answered with or without its id. */
    void answered(String type, boolean withId) {
        if (withId) {
            withoutIds.remove(type);
        } else if (!type.equals(heartbeat)) {
            withoutIds.add(type);
        }
    }

    boolean isWithoutIds(String type) {
        return withoutIds.contains(type);
    }

    /** A frame of {@code type} was not answered in time; returns whether {@link #settled} is to be called later. */
    boolean expired(String type) {
        boolean ambiguous = withoutIds.contains(type);
        if (ambiguous) {
            late.merge(type, 1, Integer::sum);
        }
        return ambiguous;
    }

    /** A late answer has arrived, or is not to be expected any more. */
    void settled(String type) {
        late.computeIfPresent(type, (same, count) -> count > 1 ? count - 1 : null);
    }

    boolean isLateExpected(String type) {
        return late.containsKey(type);
    }

    boolean isAnyLateExpected() {
        return !late.isEmpty();
    }

    /** The connection is gone, and late answers with it. */
    void disconnected() {
        late.clear();
    }
}
