package hk.qos.stream.internal.engine;

import hk.qos.stream.spi.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;

/** Callers of unsubscribe that wait until the server has stopped serving their keys. On the loop. */
final class PendingUnsubscribes {
    private record Unsubscribe(Channel<?> channel, Set<String> keys) {}

    private final FutureCompleter futures;
    /** Callers by what they wait for, so that a check costs the same for any number of callers. */
    private final Map<Unsubscribe, List<CompletableFuture<Void>>> open = new LinkedHashMap<>();

    PendingUnsubscribes(FutureCompleter futures) {
        this.futures = futures;
    }

    void add(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        open.computeIfAbsent(new Unsubscribe(channel, Set.copyOf(keys)), none -> new ArrayList<>())
                .add(done);
    }

    /** Completes the callers of whose keys none is {@code leaving} any more. */
    void check(BiPredicate<Channel<?>, String> leaving) {
        open.entrySet().removeIf(each -> {
            Unsubscribe unsubscribe = each.getKey();
            if (unsubscribe.keys.stream().anyMatch(key -> leaving.test(unsubscribe.channel, key))) {
                return false;
            }
            each.getValue().forEach(futures::complete);
            return true;
        });
    }

    void fail(RuntimeException why) {
        open.values().forEach(all -> all.forEach(done -> futures.fail(done, why)));
        open.clear();
    }
}
