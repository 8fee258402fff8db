package hk.qos.client;

import hk.qos.stream.internal.check.Loopback;
import org.jspecify.annotations.Nullable;

/** Allows an unencrypted API key to loopback addresses only. The host is judged by its text, without a DNS lookup. */
final class LoopbackRule {
    private LoopbackRule() {}

    /**
     * Checks that an address is encrypted or loopback.
     *
     * @param setting the setting, for the message
     * @param secure the encrypted scheme
     * @param proxy the proxy on the way
     * @throws IllegalArgumentException if the API key would travel unencrypted to another machine
     */
    static void refuse(String setting, String scheme, @Nullable String host, String secure, ChosenProxy proxy) {
        String through = proxy.address();
        if (!scheme.equalsIgnoreCase(secure) && (through != null || !Loopback.isName(host))) {
            throw new IllegalArgumentException(setting + " would carry the API key unencrypted to " + host
                    + (through == null ? "" : " through the proxy " + through + " (" + proxy.origin() + ")") + ": use "
                    + secure + "://, or call allowPlaintextKey(true) if you trust the network");
        }
    }
}
