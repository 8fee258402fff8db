package hk.qos.ws.internal.netty;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The system's name resolution, which blocks, on a thread of its own each time. */
final class Resolver {
    private final String stream;

    Resolver(String stream) {
        this.stream = stream;
    }

    /** Tells {@code result} the addresses, or why there are none, on any thread. */
    void resolve(String host, BiConsumer<List<InetAddress>, @Nullable UnknownHostException> result) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        if (literal != null) {
            lookUp(host, result);
            return;
        }
        Thread thread = new Thread(() -> lookUp(host, result), "ws-resolve-" + stream);
        thread.setDaemon(true);
        thread.start();
    }

    private static void lookUp(String host, BiConsumer<List<InetAddress>, @Nullable UnknownHostException> result) {
        try {
            result.accept(List.of(InetAddress.getAllByName(host)), null);
        } catch (UnknownHostException e) {
            result.accept(List.of(), e);
        }
    }
}
