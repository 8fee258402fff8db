package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.check.Loopback;
import hk.qos.stream.spi.StreamSetup;
import java.net.InetAddress;

/** Allows headers on unencrypted connections to this machine only, by the resolved address. */
final class CleartextGuard {
    private CleartextGuard() {}

    static boolean isAllowed(StreamSetup options, InetAddress address) {
        return options.uri().getScheme().equalsIgnoreCase("wss")
                || options.headers().isEmpty()
                || options.isPlaintextSecrets()
                || Loopback.isAddress(address);
    }
}
