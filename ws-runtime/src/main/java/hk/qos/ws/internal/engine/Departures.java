package hk.qos.ws.internal.engine;

import hk.qos.ws.spi.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;

/** Callers that wait until the server has let go of what they gave up. On the loop. */
final class Departures {
    private record Departure(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {}

    private final Context context;
    private final List<Departure> open = new ArrayList<>();

    Departures(Context context) {
        this.context = context;
    }

    void add(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        open.add(new Departure(channel, keys, done));
    }

    /** Completes those of whose keys none is {@code leaving} any more. */
    void check(BiPredicate<Channel<?>, String> leaving) {
        open.removeIf(departure -> {
            if (departure.keys.stream().anyMatch(key -> leaving.test(departure.channel, key))) {
                return false;
            }
            context.complete(departure.done);
            return true;
        });
    }

    void fail(RuntimeException why) {
        open.forEach(departure -> context.fail(departure.done, why));
        open.clear();
    }
}
