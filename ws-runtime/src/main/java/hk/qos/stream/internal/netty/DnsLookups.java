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
 * Looks a stream's one name up, on a thread that lives as long as the lookup, and never twice at a time: who asks while
 * a lookup is under way gets the answer of that one. On the loop, but for the lookup itself.
 *
 * <p>The system's own lookup cannot be interrupted. One that hangs keeps its daemon thread until the system gives up,
 * even if the stream was closed long ago; it is the only thread that can outlive a stream, and there is one at most.
 */
final class DnsLookups {
    private final Resolver resolver;
    private final Loop loop;
    private final String stream;
    private @Nullable Thread underWay;
    private @Nullable Consumer<Answer> waiting;

    DnsLookups(Resolver resolver, Loop loop, String stream) {
        this.resolver = resolver;
        this.loop = loop;
        this.stream = stream;
    }

    /** The addresses, or none and why. */
    record Answer(List<InetAddress> addresses, @Nullable Throwable failure) {}

    /** The system's way. */
    static List<InetAddress> system(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /** Tells {@code result}, later, unless somebody else asks before: who asked first has given up by then. */
    void ask(String host, Consumer<Answer> result) {
        if (NetUtil.createByteArrayFromIpAddressString(host) != null) {
            Answer answer = lookUp(DnsLookups::system, host);
            loop.execute(() -> result.accept(answer));
            return;
        }
        waiting = result;
        if (underWay == null) {
            Thread thread = new Thread(() -> report(lookUp(resolver, host)), "ws-resolve-" + stream);
            thread.setDaemon(true);
            thread.start();
            underWay = thread;
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
                Consumer<Answer> last = waiting;
                underWay = null;
                waiting = null;
                if (last != null) {
                    last.accept(answer);
                }
            });
        } catch (RejectedExecutionException e) {
            // The loop ended while the name was looked up, so nobody waits for it.
        }
    }

    /** Nobody waits any more. */
    void close() {
        waiting = null;
        if (underWay != null) {
            underWay.interrupt();
        }
    }
}
