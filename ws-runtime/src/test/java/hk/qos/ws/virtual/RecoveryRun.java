package hk.qos.ws.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.ws.GapRecovery;
import hk.qos.ws.StreamEvent;
import hk.qos.ws.toy.ToyChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Minutes of a stream that fills its gaps, at a server that goes away, is slow, silent or unwilling, all of it from one
 * seed. Every item made is delivered, recovered, or told to be lost; no item comes twice. A key that is refused since the
 * connection ended too often after it was asked for gets nothing any more.
 */
final class RecoveryRun {
    private static final String ASKING = "GET:deals";
    private static final int GIVEN = 5;

    private final SplittableRandom random;
    private final Stage stage;
    private final List<Line> lines = List.of(Line.of("a"), Line.of("b"));

    /** What the server has made of one key, and what was heard of it. */
    private record Line(String key, List<Long> made, Stage.Recorder recorder) {
        static Line of(String key) {
            return new Line(key, new ArrayList<>(), new Stage.Recorder());
        }
    }

    RecoveryRun(long seed) {
        random = new SplittableRandom(seed);
        stage = new Stage(seed, options -> options.recoverGaps(new GapRecovery(Duration.ofSeconds(30))));
        stage.server.latency = () -> random.nextInt(3) == 0 ? random.nextLong(2_000_000_000L) : 0;
    }

    void live() {
        lines.forEach(line -> stage.subscribe(line.recorder(), ToyChannel.DEALS, line.key()));
        stage.seconds(5);
        for (int i = 0; i < 200; i++) {
            happen();
            stage.advance(Duration.ofMillis(random.nextLong(random.nextInt(5) == 0 ? 3_000 : 300)));
        }
        stage.server.mute.clear();
        stage.server.refused.clear();
        stage.server.accepts = true;
        stage.seconds(90);
        lines.forEach(this::make);
        stage.seconds(5);
        lines.forEach(this::judge);
    }

    private void happen() {
        switch (random.nextInt(24)) {
            case 0, 1 -> stage.server.peer().cut();
            case 2 -> stage.server.mute.add(ASKING);
            case 3, 4 -> stage.server.mute.clear();
            case 5 -> stage.server.refused.put(ASKING, "not today");
            case 6, 7 -> stage.server.refused.clear();
            case 8 -> stage.server.accepts = false;
            case 9, 10 -> stage.server.accepts = true;
            default -> make(lines.get(random.nextInt(lines.size())));
        }
    }

    /** The server has a new item, and pushes it to whoever has subscribed. */
    private void make(Line line) {
        String key = line.key();
        List<Long> all = line.made();
        long now = stage.loop.millis() / 100;
        long number = all.isEmpty() ? now : Math.max(now, all.get(all.size() - 1) + 1);
        all.add(number);
        stage.server.newest.put(
                "deals " + key,
                all.subList(Math.max(0, all.size() - GIVEN), all.size()).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")));
        FakeServer.Peer peer = stage.server.peer();
        if (peer.subscribed.getOrDefault("deals", Set.of()).contains(key)) {
            peer.push("deals", key, number);
        }
        stage.settle();
    }

    private void judge(Line line) {
        String key = line.key();
        Stage.Recorder recorder = line.recorder();
        List<Long> heard = recorder.numbers().stream()
                .map(number -> Long.parseLong(number.replace("missed ", "")))
                .toList();
        assertThat(heard).as("of %s none twice: %s", key, recorder.all).doesNotHaveDuplicates();
        Set<Long> missing = new HashSet<>(line.made());
        heard.forEach(missing::remove);
        assertThat(recorder.events(StreamEvent.Recovered.class))
                .as("of " + key + " is missing " + missing)
                .filteredOn(StreamEvent.Recovered::complete)
                .noneMatch(told -> missing.stream().anyMatch(number -> isWithin(number, told.from(), told.to(), 0)));
        boolean condemned = !recorder.events(StreamEvent.Rejected.class).isEmpty();
        long last = heard.isEmpty() ? 0 : heard.get(heard.size() - 1);
        assertThat(missing)
                .as("of %s is lost without a word: %s", key, recorder.all)
                .allMatch(number -> (condemned && number > last)
                        || recorder.events(StreamEvent.Unrecovered.class).stream()
                                .anyMatch(told -> isWithin(number, told.from(), told.to(), 1)));
    }

    /** By the time at which it was made, give or take so many seconds: items tell theirs to the second. */
    private static boolean isWithin(long number, Instant from, Instant to, int slack) {
        Instant at = Instant.ofEpochMilli(number * 100);
        return !at.isBefore(from.minusSeconds(slack)) && !at.isAfter(to.plusSeconds(slack));
    }
}
