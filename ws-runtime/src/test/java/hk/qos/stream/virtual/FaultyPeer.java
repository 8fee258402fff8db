package hk.qos.stream.virtual;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.toy.ToyChannel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** The server's side of one connection to a {@link FaultyServer}. */
final class FaultyPeer implements Connection {
    private final FaultyServer server;
    private final VirtualLoop loop;
    private final SplittableRandom random;
    private final Trace trace;
    private final ConnectionListener listener;
    final int number;
    private final long latency;
    private final boolean muteBeats;
    final Map<String, Set<String>> subscribed = new TreeMap<>();
    private final Map<String, Long> pushed = new TreeMap<>();
    private boolean writing;
    boolean open;
    boolean gone;
    boolean leaving;
    boolean silent;

    FaultyPeer(FaultyServer server, ConnectionListener listener, int number) {
        this.server = server;
        this.loop = server.loop;
        this.random = server.random;
        this.trace = server.trace;
        this.latency = server.millis(300);
        this.muteBeats = server.chance(1, 12);
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
        if (server.chance(1, 80)) {
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
            default -> loop.schedule(server.millis(300), flushed);
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
        if (server.wrote && now - server.writtenAt < EngineHarness.GAP.toNanos()) {
            trace.violation("frames are " + (now - server.writtenAt) / 1_000_000 + " ms apart");
        }
    }

    private void wrote() {
        if (writing) {
            writing = false;
            server.wrote = true;
            server.writtenAt = loop.nanoTime();
        }
    }

    private void process(String text) {
        if (gone || silent) {
            return;
        }
        String[] words = text.split(" ", 3);
        switch (words[0]) {
            case "BEAT" -> {
                if (!muteBeats || server.calm) {
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
        if (server.chance(1, 12)) {
            return "NO ASK " + id + " too busy";
        }
        return server.chance(1, 20) ? "OK ASK " + id : "OK ASK " + id + " " + text;
    }

    /** Answers a recovery, and sometimes disconnects soon after. */
    private void give(ToyChannel channel, String id, String keys) {
        Set<String> asked = new TreeSet<>(Arrays.asList(keys.split(",")));
        String type = "GET:" + channel.name();
        reply(
                server.chance(1, 8)
                        ? "NO " + type + " " + id + " not now"
                        : "OK " + type + " " + id + " " + server.archive.newest(channel, asked));
        if (server.chance(1, 4)) {
            loop.schedule(server.millis(1_500), () -> {
                end(ConnectionEnd.of(Kind.LOST, "it gave and went"));
                asked.forEach(key -> server.make(channel, key, 2));
            });
        }
    }

    private void change(String type, String id, Set<String> keys) {
        boolean asks = type.startsWith("SUB");
        if (asks && keys.stream().anyMatch(server.poison::contains)) {
            end(ConnectionEnd.of(Kind.LOST, "it choked on a key"));
            return;
        }
        String words = keys.stream()
                .filter(server.refused::containsKey)
                .map(server.refused::get)
                .findFirst()
                .orElse(server.chance(1, 40) ? "try later" : "");
        if (asks && !words.isEmpty()) {
            server.blamed.addAll(keys);
            reply("NO " + type + " " + id + " " + words);
            return;
        }
        Set<String> set = subscribed.computeIfAbsent(type.substring(4), none -> new TreeSet<>());
        if (asks && server.replaces) {
            set.clear();
        }
        if (asks) {
            set.addAll(keys);
        } else {
            set.removeAll(keys);
            // The items continue without a subscriber, so that pushes after a wrong unsubscribe would show a gap.
            keys.forEach(key -> pushed.merge(type.substring(4) + " " + key, 5L, Long::sum));
        }
        reply("OK " + type + " " + id);
    }

    private void reply(String text) {
        if (server.chance(1, 15)) {
            trace.add("server: an answer is lost: " + text);
        } else if (server.chance(1, 15)) {
            loop.schedule(server.millis(25_000), () -> text(text));
        } else if (server.chance(1, 15)) {
            loop.schedule(server.millis(500), () -> text(text));
            loop.schedule(server.millis(5_000), () -> text(text));
        } else {
            loop.schedule(server.millis(server.calm ? 100 : 800), () -> text(text));
        }
    }

    /** Pushes {@code count} items of subscribed keys. */
    void push(String channel, String key, int count) {
        for (int i = 0; i < count && serves(channel, key) && !gone; i++) {
            long n = pushed.merge(channel + " " + key, 1L, Long::sum);
            text("P " + channel + " " + key + " " + (number * FaultyServer.EPOCH + n));
        }
    }

    void text(String text) {
        if (!gone && open && !silent) {
            ByteBuf frame = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
            listener.onBytes();
            listener.onText(frame);
            frame.release();
        }
    }

    void binary() {
        if (!gone && open && !silent) {
            listener.onBinary();
        }
    }

    /** Delivers something after the end, as from a socket that was not drained. */
    void ghost() {
        if (gone) {
            ByteBuf frame = Unpooled.copiedBuffer("P ticks a 1", StandardCharsets.UTF_8);
            listener.onBytes();
            listener.onText(frame);
            frame.release();
            listener.onEnd(ConnectionEnd.of(Kind.LOST, "a ghost"));
        }
    }

    void end(ConnectionEnd end) {
        if (!gone) {
            trace.add("server: ends " + number + ": " + end.detail());
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
        if (!silent && !server.chance(1, 4)) {
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
