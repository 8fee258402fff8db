package hk.qos.stream.internal.engine;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and numbers in log lines and explanations. */
final class Wording {
    /** The most names shown of a set. */
    static final int MAX_NAMES = 3;

    private Wording() {}

    /** The first names, and an ellipsis if there are more, or if {@code more} says so. */
    static String some(Collection<String> names, boolean more) {
        return names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "))
                + (more || names.size() > MAX_NAMES ? ", …" : "");
    }

    /** {@code 1 key}, {@code 2 keys}. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A suffix for a line that stands for {@code count} occurrences; blank for one. */
    static String times(long count) {
        return count == 1 ? "" : " (" + count + " times since the last report)";
    }
}
