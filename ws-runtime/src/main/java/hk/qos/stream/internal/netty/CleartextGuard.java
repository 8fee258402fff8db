package hk.qos.stream.internal.netty;

import hk.qos.stream.StreamOptions;
import java.net.InetAddress;

/** Keeps headers off unencrypted connections to other machines, whatever a name resolves to. */
final class CleartextGuard {
    private CleartextGuard() {}

    static boolean isAllowed(StreamOptions options, InetAddress address) {
        return options.uri().getScheme().equalsIgnoreCase("wss")
                || options.headers().isEmpty()
                || options.isPlaintextSecrets()
                || address.isLoopbackAddress();
    }
}
