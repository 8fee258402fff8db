package hk.qos.ws.virtual;

import hk.qos.ws.internal.io.Connection;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.internal.io.ConnectionEnd.Kind;
import hk.qos.ws.internal.io.ConnectionListener;
import hk.qos.ws.internal.io.Transport;
import hk.qos.ws.toy.ToyChannel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A server of the toy protocol that does everything a server may do wrong, until it is told to be calm. */
final class WildServer implements Transport {
    private static final List<Kind> FAILURES =
            List.of(Kind.CONNECT, Kind.RESOLVE, Kind.TLS, Kind.PROXY, Kind.UPGRADE_INVALID, Kind.LOST);
    private static final int[] STATUSES = {500, 502, 503, 429};
    private static final int[] FATAL = {401, 403, 404, 302};
    /** Numbers of pushes tell the connection: the thousands belong to one. */
    static final long EPOCH = 1_000_000;

    private final VirtualLoop loop;
    private final SplittableRandom random;
    private final Trace trace;
    final List<Peer> peers = new ArrayList<>();
    final Map<String, String> refused = new TreeMap<>();
    final Set<String> poison = new TreeSet<>();
    /** Keys that stood in a refused frame, or in one that a connection did not survive. */
    final Set<String> blamed = new TreeSet<>();

    final Archive archive;

    boolean calm;
    boolean replaces;
    private boolean wrote;
    private long writtenAt;

    WildServer(VirtualLoop loop, SplittableRandom random, Trace trace) {
        this.loop = loop;
        this.archive = new Archive(loop);
        this.random = random;
        this.trace = trace;
    }

    /** Makes {@code count} items, and pushes them to whoever has subscribed. */
    void make(ToyChannel channel, String key, int count) {
        for (int i = 0; i < count; i++) {
            long number = archive.make(channel, key);
            if (!peers.isEmpty() && newest().serves(channel.name(), key)) {
                newest().text("P " + channel.name() + " " + key + " " + number);
            }
        }
    }

    private boolean chance(int one, int in) {
        return !calm && random.nextInt(in) < one;
    }

    private long millis(int most) {
        return TimeUnit.MILLISECONDS.toNanos(random.nextInt(most + 1));
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        if (live() > 0) {
            trace.violation("a connection is made while another one is there");
        }
        Peer peer = new Peer(listener, peers.size() + 1);
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

    Peer newest() {
        return peers.get(peers.size() - 1);
    }

    long live() {
        return peers.stream().filter(peer -> !peer.gone).count();
    }

    /** One connection, seen from the server. */
    final class Peer implements Connection {
        private final ConnectionListener listener;
        private final int number;
        private final long latency = millis(300);
        private final boolean muteBeats = chance(1, 12);
        final Map<String, Set<String>> subscribed = new TreeMap<>();
        private final Map<String, Long> pushed = new TreeMap<>();
        private final List<Set<String>> unanswered = new ArrayList<>();
        private boolean writing;
        boolean open;
        boolean gone;
        boolean leaving;
        boolean silent;

        Peer(ConnectionListener listener, int number) {
            this.listener = listener;
            this.number = number;
        }

        void open() {
            if (!gone) {
                open = true;
                trace.add("server: connection " + number + " is up");
                listener.onOpen();
            }
        }

        boolean serves(String channel, String key) {
            return subscribed.getOrDefault(channel, Set.of()).contains(key);
        }

        @Override
        public void send(ByteBuf frame, Runnable written) {
            String text = frame.toString(StandardCharsets.UTF_8);
            frame.release();
            trace.add("server: gets on " + number + ": " + text);
            judgePace();
            writing = true;
            if (chance(1, 80)) {
                trace.add("server: takes nothing any more");
                silent = true;
                return;
            }
            Runnable flushed = () -> {
                if (!gone) {
                    wrote();
                    written.run();
                }
            };
            loop.schedule(latency, () -> process(text));
            switch (random.nextInt(3)) {
                case 0 -> flushed.run();
                case 1 -> loop.execute(flushed);
                default -> loop.schedule(millis(300), flushed);
            }
        }

        private void judgePace() {
            long now = loop.nanoTime();
            if (gone || !open) {
                trace.violation("a frame on a connection that is not up");
            }
            if (writing) {
                trace.violation("a write began before the last one was done");
            }
            if (wrote && now - writtenAt < Stage.GAP.toNanos()) {
                trace.violation("frames are " + (now - writtenAt) / 1_000_000 + " ms apart");
            }
        }

        private void wrote() {
            if (writing) {
                writing = false;
                wrote = true;
                writtenAt = loop.nanoTime();
            }
        }

        private void process(String text) {
            if (gone || silent) {
                return;
            }
            String[] words = text.split(" ", 3);
            switch (words[0]) {
                case "BEAT" -> {
                    if (!muteBeats || calm) {
                        reply("OK BEAT 0 " + loop.millis() / 1_000);
                    }
                }
                case "ASK" -> reply(answer(words[1], words[2]));
                case "GET:deals" -> give(ToyChannel.DEALS, words[1], words[2]);
                case "GET:spans" -> give(ToyChannel.SPANS, words[1], words[2]);
                default -> change(words[0], words[1], new TreeSet<>(Arrays.asList(words[2].split(","))));
            }
        }

        private String answer(String id, String text) {
            if (chance(1, 12)) {
                return "NO ASK " + id + " too busy";
            }
            return chance(1, 20) ? "OK ASK " + id : "OK ASK " + id + " " + text;
        }

        /** Answers with what there is, and sometimes does not live for long after that. */
        private void give(ToyChannel channel, String id, String keys) {
            Set<String> asked = new TreeSet<>(Arrays.asList(keys.split(",")));
            String type = "GET:" + channel.name();
            reply(
                    chance(1, 8)
                            ? "NO " + type + " " + id + " not now"
                            : "OK " + type + " " + id + " " + archive.newest(channel, asked));
            if (chance(1, 4)) {
                loop.schedule(millis(1_500), () -> {
                    end(ConnectionEnd.of(Kind.LOST, "it gave and went"));
                    asked.forEach(key -> make(channel, key, 2));
                });
            }
        }

        private void change(String type, String id, Set<String> keys) {
            boolean asks = type.startsWith("SUB");
            if (asks && keys.stream().anyMatch(poison::contains)) {
                blamed.addAll(keys);
                end(ConnectionEnd.of(Kind.LOST, "it choked on a key"));
                return;
            }
            String words = keys.stream()
                    .filter(refused::containsKey)
                    .map(refused::get)
                    .findFirst()
                    .orElse(chance(1, 40) ? "try later" : "");
            if (asks && !words.isEmpty()) {
                blamed.addAll(keys);
                reply("NO " + type + " " + id + " " + words);
                return;
            }
            Set<String> set = subscribed.computeIfAbsent(type.substring(4), none -> new TreeSet<>());
            if (asks && replaces) {
                set.clear();
            }
            if (asks) {
                set.addAll(keys);
                unanswered.add(keys);
            } else {
                set.removeAll(keys);
                // The topic goes on without its subscriber: who was still served by mistake would show a hole.
                keys.forEach(key -> pushed.merge(type.substring(4) + " " + key, 5L, Long::sum));
            }
            reply("OK " + type + " " + id);
        }

        private void reply(String text) {
            if (chance(1, 15)) {
                trace.add("server: an answer is lost: " + text);
            } else if (chance(1, 15)) {
                loop.schedule(millis(25_000), () -> text(text));
            } else if (chance(1, 15)) {
                loop.schedule(millis(500), () -> text(text));
                loop.schedule(millis(5_000), () -> text(text));
            } else {
                loop.schedule(millis(calm ? 100 : 800), () -> text(text));
            }
        }

        /** Pushes {@code count} times what is subscribed. */
        void push(String channel, String key, int count) {
            for (int i = 0; i < count && serves(channel, key) && !gone; i++) {
                long n = pushed.merge(channel + " " + key, 1L, Long::sum);
                text("P " + channel + " " + key + " " + (number * EPOCH + n));
            }
        }

        void text(String text) {
            if (!gone && open && !silent) {
                ByteBuf frame = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
                listener.onText(frame);
                frame.release();
            }
        }

        void binary() {
            if (!gone && open && !silent) {
                listener.onBinary();
            }
        }

        /** Something that arrives after the end, as from a socket that was not drained. */
        void ghost() {
            if (gone) {
                ByteBuf frame = Unpooled.copiedBuffer("P ticks a 1", StandardCharsets.UTF_8);
                listener.onText(frame);
                frame.release();
                listener.onEnd(ConnectionEnd.of(Kind.LOST, "a ghost"));
            }
        }

        void end(ConnectionEnd end) {
            if (!gone) {
                trace.add("server: ends " + number + ": " + end.detail());
                unanswered.forEach(blamed::addAll);
                over();
                listener.onEnd(end);
            }
        }

        private void over() {
            wrote();
            gone = true;
        }

        @Override
        public void close(int status) {
            trace.add("server: gets close " + status + " on " + number);
            leaving = true;
            if (!silent && !chance(1, 4)) {
                loop.schedule(latency, () -> end(ConnectionEnd.closed(status, "")));
            }
        }

        @Override
        public void abort() {
            if (!gone) {
                trace.add("server: " + number + " was cut");
                over();
            }
        }
    }
}
