package hk.qos.stream.internal.io;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
public interface Resolver {

    /**
     * The addresses of {@code host}, the best first. May block as long as it likes: it is called on a thread of its own,
     * never on the loop, and once at a time for each stream. That thread is interrupted when the stream closes.
     *
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
