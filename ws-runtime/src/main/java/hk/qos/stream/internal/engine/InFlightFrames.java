package hk.qos.stream.internal.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames of one connection that wait for their answers, oldest first. */
final class InFlightFrames {
    private final Map<Long, OutboundFrame> byId = new LinkedHashMap<>();

    void add(OutboundFrame exchange) {
        byId.put(exchange.id(), exchange);
    }

    /** The frame with {@code id}, if it is of another type than {@code type}; it stays open. */
    @Nullable
    OutboundFrame ofOtherType(String type, long id) {
        OutboundFrame exchange = byId.get(id);
        return exchange == null || exchange.command.type().equals(type) ? null : exchange;
    }

    /** The frame that an answer belongs to; one without id goes to the oldest of its type. */
    @Nullable
    OutboundFrame take(String type, long id) {
        if (id != 0) {
            return closed(byId.remove(id));
        }
        for (Iterator<OutboundFrame> i = byId.values().iterator(); i.hasNext(); ) {
            OutboundFrame exchange = i.next();
            if (exchange.command.type().equals(type)) {
                i.remove();
                return closed(exchange);
            }
        }
        return null;
    }

    boolean contains(OutboundFrame exchange) {
        return byId.get(exchange.id()) == exchange;
    }

    boolean remove(OutboundFrame exchange) {
        return closed(byId.remove(exchange.id())) != null;
    }

    int count(Class<? extends OutboundFrame> kind) {
        int count = 0;
        for (OutboundFrame exchange : byId.values()) {
            if (kind.isInstance(exchange)) {
                count++;
            }
        }
        return count;
    }

    /** Takes all of them, oldest first. */
    List<OutboundFrame> drain() {
        List<OutboundFrame> all = new ArrayList<>(byId.values());
        byId.clear();
        all.forEach(InFlightFrames::closed);
        return all;
    }

    private static @Nullable OutboundFrame closed(@Nullable OutboundFrame exchange) {
        if (exchange != null) {
            exchange.expiry(null);
        }
        return exchange;
    }
}
