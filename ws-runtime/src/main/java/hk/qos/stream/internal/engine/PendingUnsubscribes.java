package hk.qos.stream.internal.engine;

import hk.qos.stream.spi.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;

/** Callers that wait until the server has let go of what they gave up. On the loop. */
final class PendingUnsubscribes {
    private record Departure(Channel<?> channel, Set<String> keys) {}

    private final Context context;
    /** Callers by what they wait for, so that a look at it costs the same however many they are. */
    private final Map<Departure, List<CompletableFuture<Void>>> open = new LinkedHashMap<>();

    PendingUnsubscribes(Context context) {
        this.context = context;
    }

    void add(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        open.computeIfAbsent(new Departure(channel, Set.copyOf(keys)), none -> new ArrayList<>())
                .add(done);
    }

    /** Completes those of whose keys none is {@code leaving} any more. */
    void check(BiPredicate<Channel<?>, String> leaving) {
        open.entrySet().removeIf(each -> {
            Departure departure = each.getKey();
            if (departure.keys.stream().anyMatch(key -> leaving.test(departure.channel, key))) {
                return false;
            }
            each.getValue().forEach(context::complete);
            return true;
        });
    }

    void fail(RuntimeException why) {
        open.values().forEach(all -> all.forEach(done -> context.fail(done, why)));
        open.clear();
    }
}
