package hk.qos.stream.internal.io;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves host names. */
public interface Resolver {

    /**
     * The addresses of {@code host}, the best first. May block: it is called on a separate thread, once at a time for each
     * stream. The thread is interrupted when the stream closes.
     *
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
