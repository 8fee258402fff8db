package hk.qos.stream.virtual;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamState;
import hk.qos.stream.SubscribeMode;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.internal.engine.Environment;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.ToyChannel;
import hk.qos.stream.toy.ToyDialect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of a stream under random faults, all from one seed: what users call, what the server
 * and the network do, and when. {@link Invariants} watches each step.
 */
final class RandomRun {
    private static final List<ToyChannel> CHANNELS = List.of(ToyChannel.TICKS, ToyChannel.QUOTES, ToyChannel.BARS);
    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final List<Integer> CLOSINGS = List.of(1000, 1001, 1006, 1008, 1011, 1012, 1013, 4000);
    private static final List<String> ORDERS = List.of("SUB:", "CAN:");
    private static final List<Integer> STATUSES = List.of(429, 500, 502, 503);
    static final int CAPACITY = 16;
    static final String REFUSAL = "no permission";

    private final SplittableRandom random;
    final VirtualLoop loop = new VirtualLoop();
    final CountingLoop counted = new CountingLoop(loop);
    final boolean watches;
    final FakeServer server = new FakeServer(loop);
    final Engine engine;
    private final List<CheckedSubscription> handles = new ArrayList<>();
    private final List<Runnable> undelivered = new ArrayList<>();
    private final CallbackFailures complaints = new CallbackFailures();
    private final Invariants invariants;
    private boolean deliveryStopped;
    private boolean calm;
    private long pushes;
    private int released;

    RandomRun(long seed) {
        random = new SplittableRandom(seed);
        StreamSetupBuilder set = StreamSetup.builder(URI.create("wss://server.example/stream"))
                .maxKeysPerFrame(random.nextBoolean() ? 1_000 : 2)
                .subscribeMode(random.nextInt(4) == 0 ? SubscribeMode.FULL_SET : SubscribeMode.DIFFERENCES);
        server.answersClose = random.nextInt(3) > 0;
        watches = random.nextInt(3) == 0;
        StreamSetup options = set.limits(StreamLimits.defaults()
                        .withItemsPerSubscription(CAPACITY)
                        .withQueuedBytes(1 << 20))
                .staleness(watches ? Staleness.after(Duration.ofSeconds(20)).withExpected(this::isExpected) : null)
                .build();
        engine = new Engine(
                new ToyDialect(),
                options,
                new Environment(
                        counted,
                        server,
                        random.split(),
                        this::deliver,
                        loop::execute,
                        counted::schedule,
                        this::release));
        invariants = new Invariants(this, handles, complaints);
        engine.onEvent(invariants::event);
        loop.afterEachStep(invariants::check);
    }

    private void release() {
        released++;
        invariants.atRelease(counted.timers());
    }

    private void deliver(Runnable task) {
        if (deliveryStopped) {
            undelivered.add(task);
        } else {
            loop.execute(task);
        }
    }

    /** The staleness predicate of a user, which is sometimes wrong. */
    private boolean isExpected(Topic topic) {
        if (!calm && random.nextInt(3) == 0) {
            throw new IllegalStateException("no calendar for " + topic);
        }
        return calm || random.nextBoolean();
    }

    /** The trace, line by line; equal for equal seeds. */
    List<String> trace() {
        return invariants.trace();
    }

    int released() {
        return released;
    }

    /** Runs with faults, then without, checks the result, and closes. */
    RandomRun live() {
        int actions = 40 + random.nextInt(120);
        for (int i = 0; i < actions && !engine.state().isFinal(); i++) {
            act();
            loop.advance(Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(6_000) : random.nextInt(400)));
        }
        calm();
        loop.advance(Duration.ofMinutes(10));
        if (!engine.state().isFinal() && !handles.isEmpty()) {
            invariants.atRest();
        }
        if (random.nextInt(4) == 0) {
            engine.reconnect();
        }
        engine.close();
        loop.advance(Duration.ofMinutes(2));
        invariants.afterClose();
        return this;
    }

    private void act() {
        int choice = random.nextInt(100);
        if (choice < 34) {
            call(choice);
        } else if (choice < 66) {
            push();
        } else {
            disturb(choice);
        }
    }

    private void call(int choice) {
        if (choice < 12) {
            subscribe();
        } else if (choice < 17 && !handles.isEmpty()) {
            pick(handles).subscription().close();
        } else if (choice < 20) {
            invariants.expect("unsubscribe", engine.unsubscribe(pick(CHANNELS), keys()), null);
        } else if (choice < 27) {
            Duration timeout = Duration.ofMillis(500 + random.nextInt(40_000));
            RequestOptions options =
                    RequestOptions.defaults().withTimeout(timeout).withRetryOnReconnect(random.nextBoolean());
            CompletableFuture<String> answer = engine.request(new Ask("q" + pushes++), options);
            invariants.expect("request", answer, timeout);
        } else if (choice < 29) {
            invariants.expect(
                    "heartbeat", engine.heartbeat(), RequestOptions.defaults().timeout());
        } else if (choice < 30) {
            engine.reconnect();
        } else if (choice < 31) {
            invariants.expect("disconnect", engine.disconnect(), Duration.ofSeconds(3));
        } else if (choice < 33) {
            invariants.expect("connect", engine.connect(), null);
        } else {
            engine.explain();
        }
    }

    private void subscribe() {
        ToyChannel channel = pick(CHANNELS);
        CheckedSubscription watched = new CheckedSubscription(channel, complaints, random.nextInt(8) == 0);
        watched.attach(engine.subscribe(channel, keys(), watched));
        handles.add(watched);
        invariants.note(
                "subscribe " + channel.name() + " " + watched.subscription().keys());
        invariants.expect("ready", watched.subscription().ready(), null);
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String key = pick(KEYS);
            keys.add(random.nextInt(4) == 0 ? key.toUpperCase(Locale.ROOT) : key);
        }
        return keys;
    }

    /** The pushes of a correct server: subscribed keys, and sometimes one that was just cancelled. */
    private void push() {
        if (server.peers.isEmpty() || !server.peer().open || server.peer().gone) {
            return;
        }
        for (int i = random.nextInt(4) == 0 ? 40 : 3; i > 0; i--) {
            ToyChannel channel = pick(CHANNELS);
            List<String> served = List.copyOf(server.peer().subscribed.getOrDefault(channel.name(), Set.of()));
            String key = served.isEmpty() ? "z" : served.get(random.nextInt(served.size()));
            long number = ++pushes;
            handles.forEach(handle -> handle.pushed(channel, key));
            invariants.pushed(new Topic(channel.name(), key));
            invariants.note("push " + channel.name() + " " + key + " " + number);
            server.peer().push(channel.name(), key, number);
        }
    }

    private void disturb(int choice) {
        FakeServer.Peer peer = server.peers.isEmpty() ? null : server.peer();
        switch (choice - 66) {
            case 0, 1, 2 -> withOpen(peer, FakeServer.Peer::cut);
            case 3, 4 -> withOpen(peer, open -> open.end(ConnectionEnd.closed(pick(CLOSINGS), "")));
            case 5, 6 -> refuseConnections();
            case 7 -> server.accepts = false;
            case 8, 9, 10 -> server.accepts = true;
            case 11 -> server.mute.addAll(List.of("BEAT", "ASK"));
            case 12 -> CHANNELS.forEach(channel -> server.mute.add(pick(ORDERS) + channel.name()));
            case 13, 14, 15 -> server.mute.clear();
            case 16 -> server.refused.put(pick(KEYS), REFUSAL);
            case 17 -> server.refused.clear();
            case 18 -> endAfterSubscriptions();
            case 19 -> server.endNothing();
            case 20 -> server.flushes = false;
            case 21, 22 -> server.flushes = true;
            case 23 -> server.flushesAtOnce = !server.flushesAtOnce;
            case 24, 25 -> server.latency = () -> random.nextLong(12_000_000_000L);
            case 26 -> server.latency = () -> 0;
            case 27 -> server.copies = () -> random.nextInt(3);
            case 28 -> server.copies = () -> 1;
            case 29 -> withOpen(peer, open -> open.text(random.nextBoolean() ? "nonsense" : "U news"));
            case 30 -> withOpen(peer, open -> open.text("OK SUB:ticks " + (1_000_000 + random.nextInt(50))));
            case 31 -> withOpen(peer, open -> open.text("NO ASK " + (1_000_000 + random.nextInt(50)) + " too late"));
            case 32 -> deliveryStopped = true;
            default -> resumeDelivery();
        }
    }

    /** Pushes one key, or a whole channel as a restarting server does. */
    private void endAfterSubscriptions() {
        if (random.nextBoolean()) {
            server.poison.add(pick(KEYS));
        } else {
            server.chokes.put("SUB:" + pick(CHANNELS).name(), ConnectionEnd.closed(pick(CLOSINGS), ""));
        }
    }

    private static void withOpen(FakeServer.@Nullable Peer peer, Consumer<FakeServer.Peer> action) {
        if (peer != null && peer.open) {
            action.accept(peer);
        }
    }

    private void refuseConnections() {
        int status = pick(STATUSES);
        Duration retryAfter = random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(90));
        int times = 1 + random.nextInt(3);
        int[] left = {times};
        server.reception = peer -> {
            if (left[0]-- > 0) {
                peer.end(ConnectionEnd.refused(status, retryAfter));
            } else {
                peer.open();
            }
        };
    }

    private void resumeDelivery() {
        deliveryStopped = false;
        handles.forEach(CheckedSubscription::resumed);
        List<Runnable> tasks = List.copyOf(undelivered);
        undelivered.clear();
        tasks.forEach(loop::execute);
        loop.settle();
        handles.forEach(CheckedSubscription::caughtUp);
    }

    /** Ends all faults. */
    private void calm() {
        calm = true;
        server.accepts = true;
        server.flushes = true;
        server.mute.clear();
        server.refused.clear();
        server.endNothing();
        server.latency = () -> 0;
        server.copies = () -> 1;
        server.reception = FakeServer.Peer::open;
        resumeDelivery();
        if (engine.state() == StreamState.PAUSED) {
            invariants.expect("connect", engine.connect(), null);
        }
    }

    boolean isConnected() {
        return engine.state() == StreamState.READY || engine.state() == StreamState.RESTORING;
    }

    private <X> X pick(List<X> from) {
        return from.get(random.nextInt(from.size()));
    }
}
