package hk.qos.stream.internal.netty;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Orders the addresses of a host for an attempt: addresses at which attempts failed come last, the latest failure at the
 * end, so that a reconnect does not start with a dead address. Used on the loop.
 */
final class Addresses {
    private final DnsLookups lookups;
    private final Set<InetAddress> failed = new LinkedHashSet<>();

    Addresses(DnsLookups lookups) {
        this.lookups = lookups;
    }

    void find(String host, Consumer<DnsLookups.Answer> result) {
        lookups.resolve(
                host, answer -> result.accept(new DnsLookups.Answer(inOrder(answer.addresses()), answer.failure())));
    }

    private List<InetAddress> inOrder(List<InetAddress> found) {
        failed.retainAll(found);
        List<InetAddress> ordered = new ArrayList<>(found);
        ordered.removeAll(failed);
        ordered.addAll(failed);
        return ordered;
    }

    void failed(InetAddress address) {
        failed.remove(address);
        failed.add(address);
    }

    void served(InetAddress address) {
        failed.remove(address);
    }
}
