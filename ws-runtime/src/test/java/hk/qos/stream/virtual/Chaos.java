package hk.qos.stream.virtual;

import hk.qos.error.ClientException;
import hk.qos.stream.Backoff;
import hk.qos.stream.GapRecovery;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.SubscribeMode;
import hk.qos.stream.Subscription;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.internal.engine.Environment;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import hk.qos.stream.toy.ToyDialect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run from one seed: random faults, calls and times, then calm, then the end. The same seed runs the same way. */
final class Chaos {
    private static final List<ToyChannel> CHANNELS =
            List.of(ToyChannel.TICKS, ToyChannel.QUOTES, ToyChannel.BARS, ToyChannel.DEALS, ToyChannel.SPANS);
    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final int[] CLOSE = {1000, 1001, 1006, 1008, 1009, 1011, 1012, 1013, 4000};
    private static final Backoff QUICK = Backoff.defaults()
            .withBase(Duration.ofMillis(10))
            .withFirstJitter(Duration.ofMillis(100))
            .withMaxJitter(Duration.ofSeconds(10));
    static final Duration MUTE = Duration.ofSeconds(20);
    private static final long NEVER = Long.MAX_VALUE;

    /** A future of the engine and the time by which it must be done. */
    record Promise(String name, CompletableFuture<?> future, long due) {}

    /** A subscription and whether the loop has registered it. */
    static final class Held {
        final Subscription<Tick> handle;
        final ToyChannel channel;
        final FaultyListener listener;
        boolean known;

        Held(Subscription<Tick> handle, ToyChannel channel, FaultyListener listener) {
            this.handle = handle;
            this.channel = channel;
            this.listener = listener;
        }
    }

    final VirtualLoop loop = new VirtualLoop();
    final CountingLoop counted = new CountingLoop(loop);
    final Trace trace = new Trace(loop);
    final SplittableRandom random;
    final FaultyServer server;
    final Engine engine;
    final StreamLimits limits;
    final EventOrderChecker watch = new EventOrderChecker(trace);
    final List<Held> handles = new ArrayList<>();
    final List<Promise> promises = new ArrayList<>();

    @Nullable
    StreamGauges gauges;

    int released;
    boolean closed;
    private final SlowExecutor delivery = new SlowExecutor(loop);
    private final List<ToyChannel> channels;
    private final boolean moody;
    final boolean fills;
    final boolean watches;
    private int count;

    Chaos(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        random = root.split();
        server = new FaultyServer(loop, root.split(), trace);
        limits = limits();
        moody = random.nextInt(3) == 0;
        channels = random.nextInt(4) == 0 ? List.of(ToyChannel.DEALS) : CHANNELS;
        fills = random.nextInt(3) > 0;
        watches = random.nextBoolean();
        server.replaces = random.nextInt(4) == 0;
        StreamSetup options = StreamSetup.builder(URI.create("wss://server.example/stream"))
                .recoverGaps(fills ? GapRecovery.defaults() : null)
                .staleness(watches ? Staleness.after(MUTE).withExpected(this::isExpected) : null)
                .backoff(random.nextBoolean() ? Backoff.defaults() : QUICK)
                .limits(limits)
                .maxKeysPerFrame(List.of(100, 3, 2).get(random.nextInt(3)))
                .subscribeMode(server.replaces ? SubscribeMode.FULL_SET : SubscribeMode.DIFFERENCES)
                .metrics(new StreamMetrics() {
                    @Override
                    public void started(StreamGauges started) {
                        gauges = started;
                    }
                })
                .build();
        engine = new Engine(
                new ToyDialect(),
                options,
                new Environment(
                        counted, server, root.split(), delivery, Runnable::run, counted::schedule, this::release));
        engine.onEvent(watch);
        loop.afterEachStep(new ChaosInvariants(this)::check);
        if (random.nextInt(3) == 0) {
            server.refused.put(pick(KEYS), "no such thing");
        }
        if (random.nextInt(4) == 0) {
            server.poison.add(pick(KEYS));
        }
    }

    private void release() {
        released++;
        new Outcome(this).released();
    }

    private StreamLimits limits() {
        return switch (random.nextInt(3)) {
            case 0 ->
                StreamLimits.defaults()
                        .withItemsPerSubscription(8)
                        .withQueuedBytes(2_048)
                        .withRequestsInFlight(2)
                        .withRequestsQueued(4);
            case 1 -> StreamLimits.defaults().withItemsPerSubscription(32).withQueuedBytes(1 << 20);
            default -> StreamLimits.defaults();
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Runs all phases and checks what remains. */
    Trace run() {
        int actions = 30 + random.nextInt(60);
        for (int i = 0; i < actions; i++) {
            loop.advance(Duration.ofMillis(pause()));
            act(random.nextInt(26));
        }
        server.calm = true;
        server.poison.clear();
        if (!closed) {
            for (int i = 0; i < 50 && !new Outcome(this).isSettled(); i++) {
                loop.advance(Duration.ofSeconds(30));
            }
            loop.advance(Duration.ofMinutes(2));
            new Outcome(this).calm();
            rest();
            close();
        }
        loop.advance(Duration.ofSeconds(5));
        new Outcome(this).closed();
        loop.advance(Duration.ofMinutes(90));
        new Outcome(this).over();
        return trace;
    }

    /** Pushes one more item of each topic, then none for longer than any wait, on this connection and the next. */
    private void rest() {
        watch.takeStale();
        if (!server.peers.isEmpty()) {
            burst(server.newest(), 1, true);
        }
        loop.advance(MUTE.multipliedBy(2));
        new Outcome(this).rested();
        reconnect();
        loop.advance(Duration.ofMinutes(3));
        new Outcome(this).rested();
    }

    /** The staleness predicate; called where listeners are called. */
    private boolean isExpected(Topic topic) {
        if (!delivery.isRunning()) {
            trace.violation("user code is called on the event loop");
        }
        if (!server.calm && random.nextInt(3) == 0) {
            throw new IllegalStateException("no calendar for " + topic);
        }
        return server.calm || random.nextBoolean();
    }

    private int pause() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(20);
            case 2, 3 -> random.nextInt(1_500);
            case 4 -> random.nextInt(6_000);
            default -> random.nextInt(8) == 0 ? random.nextInt(90_000) : random.nextInt(15_000);
        };
    }

    private void act(int what) {
        switch (what) {
            case 0, 1, 2, 3 -> subscribe();
            case 4 -> closeHandle();
            case 5 -> unsubscribe();
            case 6, 7 -> request();
            case 8 -> promise("heartbeat", engine.heartbeat(), inSeconds(30));
            case 9 -> promise("connect", engine.connect(), NEVER);
            case 10 -> reconnect();
            case 11 -> closeSometimes();
            default -> serverActs(what);
        }
    }

    private void serverActs(int what) {
        if (server.peers.isEmpty()) {
            return;
        }
        FaultyPeer peer = server.newest();
        switch (what) {
            case 12 -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.LOST, "cut by chaos"));
            case 13 -> peer.end(ConnectionEnd.closed(CLOSE[random.nextInt(CLOSE.length)], ""));
            case 14 -> peer.silent |= random.nextInt(3) == 0;
            case 15 -> peer.text(random.nextBoolean() ? "garbage" : "P ticks a");
            case 16 -> peer.binary();
            case 17 -> peer.text("U surprise");
            case 18 -> peer.text("P ticks zz 1");
            case 19 -> server.peers.get(random.nextInt(server.peers.size())).ghost();
            case 20 -> burst(peer, random.nextInt(6) == 0 ? 60 : 12, false);
            default -> burst(peer, 1 + random.nextInt(3), false);
        }
    }

    private void burst(FaultyPeer peer, int most, boolean all) {
        for (ToyChannel channel : channels) {
            for (String key : KEYS) {
                int count = all ? most : random.nextInt(most + 1);
                if (channel.recovery() == null) {
                    peer.push(channel.name(), key, count);
                } else {
                    server.make(channel, key, Math.min(count, 3));
                }
            }
        }
    }

    private long inSeconds(long seconds) {
        return loop.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    private void promise(String name, CompletableFuture<?> future, long due) {
        count++;
        trace.add("call " + count + ": " + name);
        promises.add(new Promise(name + " " + count, future, due));
    }

    private void subscribe() {
        if (closed || handles.size() >= 24) {
            return;
        }
        ToyChannel channel = pick(channels);
        List<String> keys = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            keys.add(pick(KEYS));
        }
        String name = "handle " + handles.size();
        FaultyListener listener = new FaultyListener(
                name,
                channel,
                trace,
                this::mood,
                channel.recovery() == null ? null : new Ledger(channel, server.archive));
        trace.add(name + " wants " + channel.name() + " " + keys);
        Held held;
        try {
            held = new Held(engine.subscribe(channel, keys, listener), channel, listener);
        } catch (ClientException e) {
            trace.add(name + " is refused: " + e.getMessage());
            return;
        }
        listener.listensTo(held.handle, engine);
        handles.add(held);
        loop.execute(() -> held.known = true);
        promise("ready of " + name, held.handle.ready(), NEVER);
    }

    private void closeHandle() {
        if (!handles.isEmpty()) {
            int which = random.nextInt(handles.size());
            trace.add("handle " + which + " is closed");
            handles.get(which).handle.close();
        }
    }

    private void unsubscribe() {
        ToyChannel channel = pick(channels);
        List<String> keys = List.of(pick(KEYS), pick(KEYS));
        promise("unsubscribe " + channel.name() + " " + keys, engine.unsubscribe(channel, keys), NEVER);
    }

    private void request() {
        long seconds = 1L + random.nextInt(40);
        RequestOptions options = RequestOptions.defaults()
                .withTimeout(Duration.ofSeconds(seconds))
                .withRetryOnReconnect(random.nextBoolean());
        for (int i = random.nextInt(4) == 0 ? 8 : 1; i > 0; i--) {
            promise("request", engine.request(new Ask("q" + count), options), inSeconds(seconds));
        }
    }

    private void reconnect() {
        trace.add("reconnect");
        engine.reconnect();
    }

    private void closeSometimes() {
        if (random.nextInt(20) == 0) {
            close();
        }
    }

    private void close() {
        trace.add("close");
        closed = true;
        if (random.nextBoolean()) {
            trace.add("drained: " + engine.flush(Duration.ZERO));
        }
        if (random.nextInt(4) == 0) {
            reconnect();
        }
        engine.close();
    }

    /** The action of a listener when it is called. */
    private void mood() {
        if (!moody || server.calm) {
            return;
        }
        switch (random.nextInt(40)) {
            case 0 -> throw new IllegalStateException("a listener throws");
            case 1 -> throw new AssertionError("a listener throws an error");
            case 2 -> delivery.busy(TimeUnit.MILLISECONDS.toNanos(random.nextInt(60_000)));
            case 3 -> subscribe();
            case 4 -> closeHandle();
            case 5 -> unsubscribe();
            case 6 -> request();
            case 7 -> reconnect();
            case 8 -> closeSometimes();
            default -> {}
        }
    }
}
