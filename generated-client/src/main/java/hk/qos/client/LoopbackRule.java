package hk.qos.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a key may go unencrypted: to this machine. Decided by what is written, never by asking a name server. */
final class LoopbackRule {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?", Pattern.CASE_INSENSITIVE);

    private LoopbackRule() {}

    static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    /**
     * @param setting what is refused
     * @param secure the scheme to use instead
     * @param proxy the one on the way
     * @throws IllegalArgumentException if a key must not go to {@code host} unencrypted
     */
    static void refuse(String setting, String scheme, @Nullable String host, String secure, ChosenProxy proxy) {
        String through = proxy.address();
        if (!scheme.equalsIgnoreCase(secure) && (through != null || !isLoopback(host))) {
            throw new IllegalArgumentException(setting + " would carry the key unencrypted to " + host
                    + (through == null ? "" : " through the proxy " + through + " (" + proxy.origin() + ")") + ": use "
                    + secure + "://, or call allowPlaintextKey() if you trust the network");
        }
    }
}
