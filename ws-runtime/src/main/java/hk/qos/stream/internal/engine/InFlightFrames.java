package hk.qos.stream.internal.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames of one connection that wait for answers, oldest first. On the loop. */
final class InFlightFrames {
    private final Map<Long, OutboundFrame> byId = new LinkedHashMap<>();
    private final AnswerOrder order;

    InFlightFrames(AnswerOrder order) {
        this.order = order;
    }

    void add(OutboundFrame frame) {
        byId.put(frame.id(), frame);
    }

    /** The frame with {@code id} if its type is not {@code type}; it stays in flight. */
    @Nullable
    OutboundFrame ofOtherType(String type, long id) {
        OutboundFrame frame = byId.get(id);
        return frame == null || frame.command.type().equals(type) ? null : frame;
    }

    /** As {@link #take}, for a readable answer, which shows whether the server sends ids. */
    @Nullable
    OutboundFrame answered(String type, long id) {
        if (id == 0 && count(type) == 0) {
            order.settled(type);
        }
        OutboundFrame frame = take(type, id);
        if (frame != null) {
            order.answered(frame.command.type(), id != 0);
        }
        return frame;
    }

    /** Removes the frame that an answer belongs to; an answer without id belongs to the oldest of its type. */
    @Nullable
    OutboundFrame take(String type, long id) {
        if (id != 0) {
            return closed(byId.remove(id));
        }
        for (Iterator<OutboundFrame> i = byId.values().iterator(); i.hasNext(); ) {
            OutboundFrame frame = i.next();
            if (frame.command.type().equals(type)) {
                i.remove();
                return closed(frame);
            }
        }
        return null;
    }

    /**
     * Removes the frame that an unreadable answer belongs to, if that is certain: the frame with {@code id}, or without an id
     * the only one of its type.
     */
    @Nullable
    OutboundFrame takeIdentified(String type, long id) {
        if (id != 0) {
            boolean other = !type.isEmpty() && ofOtherType(type, id) != null;
            return other ? null : closed(byId.remove(id));
        }
        return count(type) == 1 ? take(type, 0) : null;
    }

    boolean contains(OutboundFrame frame) {
        return byId.get(frame.id()) == frame;
    }

    boolean remove(OutboundFrame frame) {
        return closed(byId.remove(frame.id())) != null;
    }

    /** Whether no frame of {@code type} may be sent now, since an answer to it could be taken for that to another. */
    boolean isHeld(String type) {
        return order.isWithoutIds(type) && (order.isLateExpected(type) || count(type) > 0);
    }

    /** Whether a frame of some type may not be sent now. */
    boolean isAnyHeld() {
        return order.isAnyLateExpected() || byId.values().stream().anyMatch(frame -> isHeld(frame.command.type()));
    }

    private int count(String type) {
        int count = 0;
        for (OutboundFrame frame : byId.values()) {
            count += frame.command.type().equals(type) ? 1 : 0;
        }
        return count;
    }

    int count(Class<? extends OutboundFrame> kind) {
        int count = 0;
        for (OutboundFrame frame : byId.values()) {
            if (kind.isInstance(frame)) {
                count++;
            }
        }
        return count;
    }

    /** Removes all frames, oldest first. */
    List<OutboundFrame> drain() {
        List<OutboundFrame> all = new ArrayList<>(byId.values());
        byId.clear();
        all.forEach(InFlightFrames::closed);
        return all;
    }

    private static @Nullable OutboundFrame closed(@Nullable OutboundFrame frame) {
        if (frame != null) {
            frame.expiry(null);
        }
        return frame;
    }
}
