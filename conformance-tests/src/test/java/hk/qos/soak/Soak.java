package hk.qos.soak;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Trade;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One stream with sixteen topics through random faults, until both the number of reconnects and the minutes are
 * reached.
 *
 * <p>{@code Soak <reconnects> <minutes>}; exits with 0 only if nothing was lost and nothing grew.
 */
public final class Soak implements AutoCloseable {
    private static final List<String> CODES = List.of("US:AAPL", "HK:700", "SH:600519", "CF:BTCUSDT");
    private static final List<String> FAULTS =
            List.of("cut", "reset", "close", "lost-acks", "refused-upgrade", "malformed", "ours");
    private static final int WARM_UP = 20;
    private static final int BLACK_HOLE_EVERY = 50;
    private static final int QUIET_EVERY = 50;
    private static final int REPORT_EVERY = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ALLOWED_HEAP = 16L << 20;
    private static final long ALLOWED_DIRECT = 8L << 20;

    private final PrintStream out = System.out;
    private final Process server;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final QosClient client;
    private final QosStream stream;
    private final TradeLedger ledger;
    private final Random random = new Random(SoakServer.SEED);
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final List<Subscription<?>> subscriptions = new ArrayList<>();
    private final AtomicInteger reconnects = new AtomicInteger();
    private final AtomicLong overflowed = new AtomicLong();
    private long lost;
    private long unaccounted;

    private Soak() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dlogback.configurationFile=soak-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintWriter(server.getOutputStream(), true, StandardCharsets.UTF_8);
        String[] addresses = String.valueOf(answers.readLine()).split(" ", 2);
        client = QosClient.builder()
                .apiKey("the-key-of-the-soak")
                .httpUrl(addresses[0])
                .wsUrl(addresses[1])
                .planLimits(PlanLimits.defaults().withSpacing(Duration.ofMillis(10)))
                .stream(options -> options.heartbeatInterval(Duration.ofMillis(500))
                        .heartbeatTimeout(Duration.ofMillis(1_500))
                        .timeouts(StreamTimeouts.defaults()
                                .withAnswer(Duration.ofMillis(400))
                                .withCloseHandshake(Duration.ofMillis(200)))
                        .backoff(Backoff.defaults()
                                .withBase(Duration.ofMillis(5))
                                .withFirstJitter(Duration.ofMillis(10))
                                .withMaxJitter(Duration.ofMillis(40))))
                .build();
        stream = client.stream();
        ledger = new TradeLedger(SoakServer.SEED, 60 * SoakServer.PUSHES_A_SECOND, CODES);
        out.println("soak: scaled down: spacing 10 ms, back-off 5 to 45 ms, heartbeat 500 ms, silence 2 s,"
                + " answers within 400 ms; " + SoakServer.PUSHES_A_SECOND + " pushes a second of " + 4 * CODES.size()
                + " topics");
    }

    /** Runs the soak. */
    public static void main(String[] arguments) throws Exception {
        boolean sound;
        try (Soak soak = new Soak()) {
            sound = soak.run(Integer.parseInt(arguments[0]), Duration.ofMinutes(Long.parseLong(arguments[1])));
        }
        System.exit(sound ? 0 : 1);
    }

    private boolean run(int wanted, Duration time) throws IOException {
        subscribe();
        awaitAll();
        long begin = System.currentTimeMillis() / 1_000 + 2;
        ledger.begin(begin);
        await(() -> System.currentTimeMillis() > begin * 1_000 + 1_500);
        for (int i = 0; i < WARM_UP; i++) {
            cycle(FAULTS.get(i % FAULTS.size()));
        }
        await(() -> false, Duration.ofSeconds(1));
        awaitAll();
        Footprint start = Footprint.now();
        out.println("soak: after " + WARM_UP + " reconnects: " + start);
        int base = reconnects.get();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        int cycles = 0;
        while ((reconnects.get() - base < wanted || System.nanoTime() < end) && lost == 0) {
            cycles++;
            boolean hole = cycles % BLACK_HOLE_EVERY == 0;
            cycle(hole ? "black-hole" : FAULTS.get(random.nextInt(FAULTS.size())));
            if (cycles % QUIET_EVERY == 0) {
                // Far from any gap, so that no missing trade is excused.
                await(() -> false, Duration.ofSeconds(4));
            }
            if (cycles % REPORT_EVERY == 0) {
                out.println("soak: " + (reconnects.get() - base) + " reconnects: " + Footprint.now() + ", " + lost
                        + " subscriptions lost, " + unaccounted + " events unaccounted for");
            }
        }
        out.println(
                "soak: that took " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
        long last = System.currentTimeMillis();
        await(() -> System.currentTimeMillis() > last + 4_000);
        unaccounted += ledger.settle(System.currentTimeMillis() - 2_500);
        if (overflowed.get() > 0) {
            out.println("soak: " + overflowed.get() + " items overflowed, though no listener is slow");
            unaccounted += overflowed.get();
        }
        return isPassed(reconnects.get() - base, start, settled(start));
    }

    private boolean isPassed(int done, Footprint start, Footprint now) {
        List<String> threads = now.threadsSince(start);
        List<String> handles = now.handlesSince(start);
        if (!threads.isEmpty() || !handles.isEmpty()) {
            out.println("soak: stayed: threads " + threads + ", handles " + handles);
        }
        List<String> leaks = LeakLog.drain();
        leaks.forEach(leak -> out.println("soak: " + leak));
        boolean flat = now.heap() - start.heap() <= ALLOWED_HEAP && now.direct() - start.direct() <= ALLOWED_DIRECT;
        out.println("soak: direct memory " + Footprint.mebibytes(start.direct()) + " -> "
                + Footprint.mebibytes(now.direct()));
        out.println("soak: " + done + " reconnects, " + lost + " subscriptions lost, " + unaccounted
                + " events unaccounted for, threads +" + threads.size() + ", handles +" + handles.size() + ", heap "
                + Footprint.mebibytes(start.heap()) + " -> " + Footprint.mebibytes(now.heap()));
        return lost == 0 && unaccounted == 0 && leaks.isEmpty() && flat && threads.isEmpty() && handles.isEmpty();
    }

    /** Waits, since threads and handles may be about to end; leaked ones stay. */
    private static Footprint settled(Footprint start) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Footprint now = Footprint.now();
        while (!now.isNoMoreThan(start) && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            now = Footprint.now();
        }
        return now;
    }

    private void subscribe() {
        stream.onEvent(event -> {
            if (event instanceof StreamEvent.Ready ready && ready.connectionNumber() > 1) {
                reconnects.incrementAndGet();
            } else if (event instanceof StreamEvent.Gap gap) {
                ledger.gap(gap);
            } else if (event instanceof StreamEvent.Overflow overflow) {
                overflowed.addAndGet(overflow.count());
            }
        });
        subscriptions.add(stream.subscribeSnapshots(CODES, data -> heard.add("S " + data.code())));
        subscriptions.add(stream.subscribeDepths(CODES, data -> heard.add("D " + data.code())));
        subscriptions.add(stream.subscribeKLines(KLineType.MINUTE_1, CODES, data -> heard.add("K " + data.code())));
        StreamListener<Trade> trades = trade -> {
            heard.add("T " + trade.code());
            ledger.arrived(trade);
        };
        subscriptions.add(stream.subscribeTrades(CODES, trades));
    }

    /** Causes one fault and waits for recovery. */
    private void cycle(String fault) throws IOException {
        int before = reconnects.get();
        if (fault.equals("ours")) {
            stream.reconnect();
        } else {
            order(fault);
        }
        if (fault.equals("black-hole")) {
            await(() -> stream.state() != StreamState.READY);
            order("clear");
        }
        await(() -> reconnects.get() > before);
        awaitAll();
        unaccounted += ledger.settle(System.currentTimeMillis() - 5_000);
    }

    private void order(String order) throws IOException {
        orders.println(order);
        String answer = answers.readLine();
        if (!"done".equals(answer)) {
            throw new IOException("the simulator did not " + order + ": " + answer);
        }
    }

    /** Waits until every topic is acknowledged and pushed again. */
    private void awaitAll() {
        heard.clear();
        await(() -> stream.state() == StreamState.READY
                && states().stream().allMatch(state -> state == SubscriptionState.ACTIVE)
                && heard.size() == 4 * CODES.size());
        Set<String> missing = new HashSet<>();
        for (String kind : List.of("S", "D", "K", "T")) {
            CODES.forEach(code -> missing.add(kind + " " + code));
        }
        missing.removeAll(heard);
        if (!missing.isEmpty()) {
            lost += missing.size();
            out.println("soak: lost " + missing + ". " + stream.explain());
        }
    }

    private Collection<SubscriptionState> states() {
        return subscriptions.stream()
                .flatMap(each -> each.states().values().stream())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        await(condition, PATIENCE);
    }

    private static void await(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        orders.close();
        server.destroy();
        answers.close();
    }
}
