package hk.qos.codegen;

import java.util.Locale;

/** Java names made from names of the document. */
final class Names {
    private Names() {}

    /** {@code historyKLines} becomes {@code HISTORY_KLINES}, and {@code kLines} becomes {@code KLINES}. */
    static String constant(String name) {
        return name.replaceAll("(?<!^)([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
