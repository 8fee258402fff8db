package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.GapRecovery;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.spi.Retention;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Minutes of a stream with gap recovery, at a server that disconnects, is slow, silent or refuses, all from one
 * seed. Every item, or its last version where that matters, is delivered, recovered, or reported as unrecovered; none
 * is delivered twice, and no older version after a newer one.
 */
final class RecoveryRun {
    private static final List<ToyChannel> CHANNELS = List.of(ToyChannel.DEALS, ToyChannel.SPANS);
    private static final int GIVEN = 5;

    /** The order of the items of an answer. */
    private enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST,
        NONE
    }

    private final SplittableRandom random;
    private final Order order;
    /** The spelling of numbers in answers, which differs from that of pushes. */
    private final String prefix;

    private final EngineHarness harness;
    private final List<Line> lines = List.of(
            Line.of(ToyChannel.DEALS, "a"),
            Line.of(ToyChannel.DEALS, "b"),
            Line.of(ToyChannel.SPANS, "a"),
            Line.of(ToyChannel.SPANS, "b"));

    /** The items of one topic, and what was delivered of them. */
    private record Line(ToyChannel channel, String key, List<Long> made, EngineHarness.Recorder recorder) {
        static Line of(ToyChannel channel, String key) {
            return new Line(channel, key, new ArrayList<>(), new EngineHarness.Recorder());
        }

        /** What the server keeps of {@code numbers}: all of them, or the last version of each item. */
        List<Long> kept(List<Long> numbers) {
            if (channel.retention() == Retention.EVERY) {
                return numbers;
            }
            Map<Object, Long> versions = new LinkedHashMap<>();
            numbers.forEach(number -> versions.put(channel.identity(new Tick(key, number)), number));
            return List.copyOf(versions.values());
        }
    }

    RecoveryRun(long seed) {
        random = new SplittableRandom(seed);
        order = Order.values()[random.nextInt(Order.values().length)];
        prefix = random.nextBoolean() ? "" : "0";
        harness = new EngineHarness(
                seed, options -> options.recoverGaps(GapRecovery.defaults().withTimeout(Duration.ofSeconds(30))));
        harness.server.latency = () -> random.nextInt(3) == 0 ? random.nextLong(2_000_000_000L) : 0;
    }

    void live() {
        lines.forEach(line -> harness.subscribe(line.recorder(), line.channel(), line.key()));
        harness.seconds(5);
        for (int i = 0; i < 300; i++) {
            step();
            harness.advance(Duration.ofMillis(random.nextLong(random.nextInt(5) == 0 ? 3_000 : 300)));
        }
        harness.server.mute.clear();
        harness.server.refused.clear();
        harness.server.accepts = true;
        harness.seconds(90);
        lines.forEach(this::make);
        harness.seconds(5);
        lines.forEach(this::check);
    }

    private void step() {
        String asking = "GET:" + CHANNELS.get(random.nextInt(CHANNELS.size())).name();
        switch (random.nextInt(24)) {
            case 0, 1 -> harness.server.peer().cut();
            case 2 -> harness.server.mute.add(asking);
            case 3, 4 -> harness.server.mute.clear();
            case 5 -> harness.server.refused.put(asking, "not today");
            case 6, 7 -> harness.server.refused.clear();
            case 8 -> harness.server.accepts = false;
            case 9, 10 -> harness.server.accepts = true;
            default -> make(lines.get(random.nextInt(lines.size())));
        }
    }

    /** Makes a new item, and pushes it if its key is subscribed. */
    private void make(Line line) {
        String channel = line.channel().name();
        List<Long> all = line.made();
        long now = harness.loop.millis() / 100;
        long number = all.isEmpty() ? now : Math.max(now, all.get(all.size() - 1) + 1);
        all.add(number);
        List<Long> kept = line.kept(all);
        harness.server.newest.put(channel + " " + line.key(), answer(kept));
        FakeServer.Peer peer = harness.server.peer();
        if (peer.subscribed.getOrDefault(channel, Set.of()).contains(line.key())) {
            peer.push(channel, line.key(), number);
        }
        harness.settle();
    }

    private String answer(List<Long> kept) {
        List<Long> given = new ArrayList<>(kept.subList(Math.max(0, kept.size() - GIVEN), kept.size()));
        if (order == Order.NEWEST_FIRST) {
            Collections.reverse(given);
        } else if (order == Order.NONE) {
            Collections.shuffle(given, new Random(random.nextLong()));
        }
        return given.stream().map(number -> prefix + number).collect(Collectors.joining(","));
    }

    private void check(Line line) {
        String key = line.channel().name() + " " + line.key();
        EngineHarness.Recorder recorder = line.recorder();
        List<Long> heard = recorder.numbers().stream()
                .map(number -> Long.parseLong(number.replace("missed ", "")))
                .toList();
        assertThat(heard).as("of %s none twice: %s", key, recorder.all).doesNotHaveDuplicates();
        Set<Long> missing = new HashSet<>(line.kept(line.made()));
        heard.forEach(missing::remove);
        assertThat(line.kept(heard))
                .as("of %s none older after a newer: %s", key, recorder.all)
                .containsAll(newest(line, heard));
        assertThat(recorder.events(StreamEvent.Recovered.class))
                .as("of " + key + " is missing " + missing)
                .filteredOn(StreamEvent.Recovered::complete)
                .noneMatch(reported ->
                        missing.stream().anyMatch(number -> isWithin(number, reported.from(), reported.to(), 0)));
        assertThat(missing)
                .as("of %s is lost without a report: %s", key, recorder.all)
                .allMatch(number -> recorder.events(StreamEvent.Unrecovered.class).stream()
                        .anyMatch(reported -> isWithin(number, reported.from(), reported.to(), 1)));
    }

    /** The item that must be delivered last. */
    private static List<Long> newest(Line line, List<Long> heard) {
        return line.kept(heard.stream().sorted().toList());
    }

    /** Compares times with a tolerance, since the times of items have the resolution of a second. */
    private static boolean isWithin(long number, Instant from, Instant to, int slack) {
        Instant at = Instant.ofEpochMilli(number * 100);
        return !at.isBefore(from.minusSeconds(slack)) && !at.isAfter(to.plusSeconds(slack));
    }
}
