package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Resolver;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the stream's host on a separate thread, one lookup at a time: a call during a lookup shares its result. Used on
 * the loop.
 *
 * <p>The system's lookup cannot be interrupted. If it hangs, its daemon thread stays until the system gives up, even after
 * the stream is closed. It is the only thread that can outlive a stream, and there is at most one.
 */
final class DnsLookups {
    private final Resolver resolver;
    private final Loop loop;
    private final String stream;
    private @Nullable Thread running;
    private @Nullable Consumer<Answer> pending;

    DnsLookups(Resolver resolver, Loop loop, String stream) {
        this.resolver = resolver;
        this.loop = loop;
        this.stream = stream;
    }

    /** The addresses; if there are none, the failure. */
    record Answer(List<InetAddress> addresses, @Nullable Throwable failure) {}

    /** The system's resolver. */
    static List<InetAddress> system(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /** Calls {@code result} later, unless another call replaces it first: an earlier attempt has ended by then. */
    void resolve(String host, Consumer<Answer> result) {
        if (NetUtil.createByteArrayFromIpAddressString(host) != null) {
            Answer answer = lookUp(DnsLookups::system, host);
            loop.execute(() -> result.accept(answer));
            return;
        }
        pending = result;
        if (running == null) {
            Thread thread = new Thread(() -> report(lookUp(resolver, host)), "ws-resolve-" + stream);
            thread.setDaemon(true);
            thread.start();
            running = thread;
        }
    }

    private static Answer lookUp(Resolver resolver, String host) {
        try {
            return new Answer(List.copyOf(resolver.resolve(host)), null);
        } catch (UnknownHostException | RuntimeException | Error e) {
            return new Answer(List.of(), e);
        }
    }

    private void report(Answer answer) {
        try {
            loop.execute(() -> {
                Consumer<Answer> last = pending;
                running = null;
                pending = null;
                if (last != null) {
                    last.accept(answer);
                }
            });
        } catch (RejectedExecutionException e) {
            // The loop ended during the lookup.
        }
    }

    /** Drops the pending call and interrupts the lookup. */
    void close() {
        pending = null;
        if (running != null) {
            running.interrupt();
        }
    }
}
