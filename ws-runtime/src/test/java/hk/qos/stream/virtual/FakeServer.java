package hk.qos.stream.virtual;

import hk.qos.stream.internal.io.Connection;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionListener;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Transport;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** A server of the toy protocol without sockets, and the transport to it. It behaves well unless configured otherwise. */
public final class FakeServer implements Transport {

    /** A frame and the time of its arrival. */
    record Received(long at, int connection, String text) {
        String type() {
            return text.split(" ", 2)[0];
        }

        Set<String> keys() {
            return new TreeSet<>(Arrays.asList(text.split(" ", 3)[2].split(",")));
        }
    }

    private final Loop loop;
    final List<Received> received = new ArrayList<>();
    final List<Peer> peers = new ArrayList<>();
    final Set<String> mute = new HashSet<>();
    final Map<String, String> refused = new HashMap<>();
    /** The items to recover: by channel and key, numbers separated by commas. */
    final Map<String, String> newest = new HashMap<>();

    final Set<String> poison = new HashSet<>();
    /** Types of frames that are answered by the end of the connection. */
    final Map<String, ConnectionEnd> chokes = new HashMap<>();

    boolean accepts = true;
    boolean flushes = true;
    boolean flushesAtOnce;
    boolean answersClose = true;
    boolean withIds = true;
    /** Whether a frame that subscribes replaces what was subscribed before. */
    boolean replaces;
    /** Nanoseconds until a frame is processed and answered; frames of one connection keep their order. */
    LongSupplier latency = () -> 0;
    /** How often an answer is sent: 0 loses it. */
    IntSupplier copies = () -> 1;
    /** Receives each frame before it is answered. */
    Consumer<Received> beforeAnswer = frame -> {};
    /** Handles an attempt to connect. */
    public Consumer<Peer> reception = Peer::open;

    public FakeServer(Loop loop) {
        this.loop = loop;
    }

    @Override
    public Connection connect(ConnectionListener listener) {
        Peer peer = new Peer(listener, peers.size() + 1);
        peers.add(peer);
        if (accepts) {
            loop.execute(() -> reception.accept(peer));
        }
        return peer;
    }

    /** Stops ending connections because of keys. */
    void endNothing() {
        poison.clear();
        chokes.clear();
    }

    public Peer peer() {
        return peers.get(peers.size() - 1);
    }

    /** Frames of one type, on every connection. */
    List<Received> received(String type) {
        return received.stream().filter(frame -> frame.type().equals(type)).toList();
    }

    /** One connection, seen from the server. */
    public final class Peer implements Connection {
        private final ConnectionListener listener;
        private final int number;
        final Map<String, Set<String>> subscribed = new HashMap<>();
        boolean open;
        boolean gone;
        int closeStatus;
        private long busyUntil;

        Peer(ConnectionListener listener, int number) {
            this.listener = listener;
            this.number = number;
        }

        void open() {
            if (!gone) {
                open = true;
                listener.onOpen();
            }
        }

        void text(String text) {
            if (gone) {
                return;
            }
            ByteBuf frame = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
            listener.onBytes();
            listener.onText(frame);
            frame.release();
        }

        public void push(String channel, String key, long number) {
            text("P " + channel + " " + key + " " + number);
        }

        public void end(ConnectionEnd end) {
            if (!gone) {
                gone = true;
                listener.onEnd(end);
            }
        }

        public void cut() {
            end(ConnectionEnd.of(ConnectionEnd.Kind.LOST, "cut by the test"));
        }

        ConnectionListener listener() {
            return listener;
        }

        @Override
        public void send(ByteBuf frame, Runnable written) {
            String text = frame.toString(StandardCharsets.UTF_8);
            frame.release();
            Received arrived = new Received(loop.nanoTime(), number, text);
            received.add(arrived);
            if (flushes && flushesAtOnce) {
                written.run();
            } else if (flushes) {
                loop.execute(written);
            }
            busyUntil = Math.max(busyUntil, loop.nanoTime() + latency.getAsLong());
            if (busyUntil == loop.nanoTime()) {
                loop.execute(() -> answer(arrived));
            } else {
                loop.schedule(busyUntil - loop.nanoTime(), () -> answer(arrived));
            }
        }

        private void reply(String text) {
            for (int i = copies.getAsInt(); i > 0; i--) {
                text(text);
            }
        }

        private void answer(Received frame) {
            String type = frame.type();
            beforeAnswer.accept(frame);
            if (gone || mute.contains(type)) {
                return;
            }
            if (chokes.containsKey(type)) {
                end(chokes.get(type));
                return;
            }
            if (type.equals("BEAT")) {
                reply(
                        refused.containsKey(type)
                                ? "NO BEAT 0 " + refused.get(type)
                                : "OK BEAT 0 " + loop.millis() / 1_000);
                return;
            }
            String id = withIds ? frame.text().split(" ", 3)[1] : "0";
            if (type.equals("ASK")) {
                reply("OK ASK " + id + " " + frame.text().split(" ", 3)[2]);
                return;
            }
            if (type.startsWith("GET:")) {
                reply(
                        refused.containsKey(type)
                                ? "NO " + type + " " + id + " " + refused.get(type)
                                : "OK " + type + " " + id + " " + newest(frame));
                return;
            }
            answerSubscription(frame, type, id);
        }

        private String newest(Received frame) {
            return frame.keys().stream()
                    .filter(key -> newest.containsKey(frame.type().substring(4) + " " + key))
                    .map(key -> key + "=" + newest.get(frame.type().substring(4) + " " + key))
                    .collect(Collectors.joining(";"));
        }

        private void answerSubscription(Received frame, String type, String id) {
            if (frame.keys().stream().anyMatch(poison::contains)) {
                cut();
                return;
            }
            String refusal = frame.keys().stream()
                    .filter(refused::containsKey)
                    .map(refused::get)
                    .findFirst()
                    .orElse("");
            Set<String> keys = subscribed.computeIfAbsent(type.substring(4), none -> new TreeSet<>());
            if (!refusal.isEmpty()) {
                if (type.startsWith("CAN")) {
                    // Refused keys are not served.
                    keys.removeAll(frame.keys());
                }
                reply("NO " + type + " " + id + " " + refusal);
                return;
            }
            if (type.startsWith("SUB")) {
                if (replaces) {
                    keys.clear();
                }
                keys.addAll(frame.keys());
            } else {
                keys.removeAll(frame.keys());
            }
            reply("OK " + type + " " + id);
        }

        @Override
        public void close(int status) {
            closeStatus = status;
            if (answersClose) {
                loop.execute(() -> end(ConnectionEnd.closed(status, "")));
            }
        }

        @Override
        public void abort() {
            gone = true;
        }
    }
}
