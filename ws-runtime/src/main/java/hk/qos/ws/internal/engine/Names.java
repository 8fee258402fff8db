package hk.qos.ws.internal.engine;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and numbers as log lines show them: few, however many there are. */
final class Names {
    /** Names shown of many. */
    static final int MOST = 3;

    private Names() {}

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
