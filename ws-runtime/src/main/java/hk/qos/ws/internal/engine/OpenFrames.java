package hk.qos.ws.internal.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames of one connection that wait for their answers, oldest first. */
final class OpenFrames {
    private final Map<Long, Exchange> byId = new LinkedHashMap<>();

    void add(Exchange exchange) {
        byId.put(exchange.id(), exchange);
    }

    /** The frame with {@code id}, if it is of another type than {@code type}; it stays open. */
    @Nullable
    Exchange ofOtherType(String type, long id) {
        Exchange exchange = byId.get(id);
        return exchange == null || exchange.command.type().equals(type) ? null : exchange;
    }

    /** The frame that an answer belongs to; one without id goes to the oldest of its type. */
    @Nullable
    Exchange take(String type, long id) {
        if (id != 0) {
            return closed(byId.remove(id));
        }
        for (Iterator<Exchange> i = byId.values().iterator(); i.hasNext(); ) {
            Exchange exchange = i.next();
            if (exchange.command.type().equals(type)) {
                i.remove();
                return closed(exchange);
            }
        }
        return null;
    }

    boolean contains(Exchange exchange) {
        return byId.get(exchange.id()) == exchange;
    }

    boolean remove(Exchange exchange) {
        return closed(byId.remove(exchange.id())) != null;
    }

    int count(Class<? extends Exchange> kind) {
        int count = 0;
        for (Exchange exchange : byId.values()) {
            if (kind.isInstance(exchange)) {
                count++;
            }
        }
        return count;
    }

    /** Takes all of them, oldest first. */
    List<Exchange> drain() {
        List<Exchange> all = new ArrayList<>(byId.values());
        byId.clear();
        all.forEach(OpenFrames::closed);
        return all;
    }

    private static @Nullable Exchange closed(@Nullable Exchange exchange) {
        if (exchange != null) {
            exchange.expiry(null);
        }
        return exchange;
    }
}
