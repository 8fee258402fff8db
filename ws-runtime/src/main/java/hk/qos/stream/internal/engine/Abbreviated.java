package hk.qos.stream.internal.engine;

import java.util.Collection;
import java.util.stream.Collectors;

/** Abbreviated and numbers as log lines show them: few, however many there are. */
final class Abbreviated {
    /** Abbreviated shown of many. */
    static final int MOST = 3;

    private Abbreviated() {}

    /** Some of them, and whether there are more. */
    static String some(Collection<String> names, boolean more) {
        return names.stream().limit(MOST).collect(Collectors.joining(", "))
                + (more || names.size() > MOST ? ", …" : "");
    }

    /** {@code 1 key}, {@code 2 keys}. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
