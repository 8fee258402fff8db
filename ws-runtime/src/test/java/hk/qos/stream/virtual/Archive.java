package hk.qos.stream.virtual;

import hk.qos.stream.spi.Retention;
import hk.qos.stream.toy.ToyChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The items that a server has made on the channels that can be recovered, pushed or not. */
final class Archive {
    /** The most items of a key in one answer. */
    private static final int MAX_ITEMS = 5;

    private final VirtualLoop loop;
    private final Map<String, List<Made>> made = new TreeMap<>();

    Archive(VirtualLoop loop) {
        this.loop = loop;
    }

    /** One item and the time at which it was made. */
    record Made(long number, long at) {}

    List<Made> of(ToyChannel channel, String key) {
        return made.computeIfAbsent(channel.name() + " " + key, none -> new ArrayList<>());
    }

    /** Makes one more item and returns its number. */
    long make(ToyChannel channel, String key) {
        List<Made> all = of(channel, key);
        long now = loop.millis();
        long number = all.isEmpty()
                ? now / 100
                : Math.max(now / 100, all.get(all.size() - 1).number() + 1);
        all.add(new Made(number, now));
        return number;
    }

    /** The newest items of each key in the form of an answer; only the last version of each item. */
    String newest(ToyChannel channel, Set<String> keys) {
        return keys.stream()
                .filter(key -> !of(channel, key).isEmpty())
                .map(key -> key + "=" + newest(channel, key))
                .collect(Collectors.joining(";"));
    }

    private String newest(ToyChannel channel, String key) {
        Map<Long, Long> items = new TreeMap<>();
        for (Made each : of(channel, key)) {
            items.put(channel.retention() == Retention.EVERY ? each.number() : each.number() / 10, each.number());
        }
        return items.values().stream()
                .skip(Math.max(0, items.size() - MAX_ITEMS))
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
