package hk.qos.demo;

import hk.qos.stream.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gaps of a connection that was lost, one row for each channel. */
final class Gaps {
    /** A row of the table. */
    private record Missed(String channel, int instruments, Instant from, Instant to, Duration length) {}

    private final Map<String, List<StreamEvent.Gap>> byChannel = new LinkedHashMap<>();

    void add(StreamEvent.Gap gap) {
        byChannel
                .computeIfAbsent(gap.topic().channel(), first -> new ArrayList<>())
                .add(gap);
    }

    Table table() {
        List<Missed> rows = new ArrayList<>();
        byChannel.forEach((channel, gaps) -> {
            Instant from = gaps.stream()
                    .map(StreamEvent.Gap::from)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant to = gaps.stream()
                    .map(StreamEvent.Gap::to)
                    .max(Instant::compareTo)
                    .orElseThrow();
            rows.add(new Missed(channel, gaps.size(), from, to, Duration.between(from, to)));
        });
        return Table.of(rows);
    }
}
