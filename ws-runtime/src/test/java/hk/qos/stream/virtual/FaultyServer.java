package hk.qos.stream.virtual;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.internal.io.Transport;
import hk.qos.stream.toy.ToyChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A server of the toy protocol that makes every kind of mistake until it is told to stop. */
final class FaultyServer implements Transport {
    private static final List<Kind> FAILURES =
            List.of(Kind.CONNECT, Kind.RESOLVE, Kind.TLS, Kind.PROXY, Kind.UPGRADE_INVALID, Kind.LOST);
    private static final int[] STATUSES = {500, 502, 503, 429};
    private static final int[] FATAL = {401, 403, 404, 302};
    /** Numbers of pushes tell the connection: the thousands belong to one. */
    static final long EPOCH = 1_000_000;

    final VirtualLoop loop;
    final SplittableRandom random;
    final Trace trace;
    final List<FaultyPeer> peers = new ArrayList<>();
    final Map<String, String> refused = new TreeMap<>();
    final Set<String> poison = new TreeSet<>();
    /** Keys of refused frames. */
    final Set<String> blamed = new TreeSet<>();

    final Archive archive;

    boolean calm;
    boolean replaces;
    /** Whether a frame was written on any connection, and when the last one was. */
    boolean wrote;

    long writtenAt;

    FaultyServer(VirtualLoop loop, SplittableRandom random, Trace trace) {
        this.loop = loop;
        this.archive = new Archive(loop);
        this.random = random;
        this.trace = trace;
    }

    /** Makes {@code count} items, and pushes those of subscribed keys. */
    void make(ToyChannel channel, String key, int count) {
        for (int i = 0; i < count; i++) {
            long number = archive.make(channel, key);
            if (!peers.isEmpty() && newest().serves(channel.name(), key)) {
                newest().text("P " + channel.name() + " " + key + " " + number);
            }
        }
    }

    boolean chance(int one, int in) {
        return !calm && random.nextInt(in) < one;
    }

    long millis(int most) {
        return TimeUnit.MILLISECONDS.toNanos(random.nextInt(most + 1));
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        if (live() > 0) {
            trace.violation("a connection is made while another one is there");
        }
        FaultyPeer peer = new FaultyPeer(this, listener, peers.size() + 1);
        peers.add(peer);
        if (chance(1, 20)) {
            trace.add("server: never answers the attempt " + peer.number);
        } else if (chance(1, 8)) {
            int status = STATUSES[random.nextInt(STATUSES.length)];
            Duration wait = random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(50));
            loop.schedule(millis(2_000), () -> peer.end(ConnectionEnd.refused(status, wait)));
        } else if (chance(1, 8)) {
            Kind kind = FAILURES.get(random.nextInt(FAILURES.size()));
            loop.schedule(millis(2_000), () -> peer.end(ConnectionEnd.of(kind, "no luck")));
        } else if (chance(1, 40)) {
            int status = FATAL[random.nextInt(FATAL.length)];
            loop.schedule(millis(2_000), () -> peer.end(ConnectionEnd.refused(status, null)));
        } else {
            loop.schedule(millis(calm ? 50 : 3_000), peer::open);
        }
        return peer;
    }

    /** The newest connection, if it is up. */
    boolean isUp() {
        return !peers.isEmpty() && newest().open && !newest().gone;
    }

    FaultyPeer newest() {
        return peers.get(peers.size() - 1);
    }

    long live() {
        return peers.stream().filter(peer -> !peer.gone).count();
    }
}
