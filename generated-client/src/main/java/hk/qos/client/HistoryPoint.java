package hk.qos.client;

import hk.qos.client.model.InstrumentCodes;
import hk.qos.stream.internal.check.Checks;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk through the history has come: for each instrument, the bar that was handed out last and the number of bars.
 * {@link #toString} writes it as a text to keep, which {@link #parse} reads. Immutable.
 */
public final class HistoryPoint {
    private static final HistoryPoint START = new HistoryPoint(Map.of());

    private final Map<String, Position> positions;

    private record Position(Instant last, long bars) {}

    private HistoryPoint(Map<String, Position> positions) {
        this.positions = positions;
    }

    /** No bar was handed out. */
    public static HistoryPoint start() {
        return START;
    }

    /**
     * Reads the text of {@link #toString}.
     *
     * @throws IllegalArgumentException if {@code text} is null or no such text
     */
    public static HistoryPoint parse(String text) {
        Map<String, Position> positions = new TreeMap<>();
        if (Checks.required("text", text).isEmpty()) {
            return START;
        }
        for (String part : text.split(",", -1)) {
            String[] words = part.split(" ", -1);
            try {
                if (words.length != 3) {
                    throw new IllegalArgumentException("not three words");
                }
                Position position = new Position(
                        Instant.parse(words[1]), Checks.range("bars", Long.parseLong(words[2]), 1, Long.MAX_VALUE));
                positions.put(InstrumentCodes.canonical(words[0]), position);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "text must be the text of a HistoryPoint, such as \"US:AAPL 2026-01-02T14:30:00Z 1500\": "
                                + Checks.quoted(part),
                        e);
            }
        }
        return new HistoryPoint(Collections.unmodifiableMap(positions));
    }

    /** Returns a point with nothing but this instrument. */
    HistoryPoint only(String code) {
        Position position = positions.get(code);
        return position == null ? START : new HistoryPoint(Map.of(code, position));
    }

    /** Returns a point with the positions of others in place of its own. */
    HistoryPoint with(Collection<HistoryPoint> others) {
        Map<String, Position> all = new TreeMap<>(positions);
        others.forEach(other -> all.putAll(other.positions));
        return new HistoryPoint(Collections.unmodifiableMap(all));
    }

    /** Returns a point that is one bar further. */
    HistoryPoint after(String code, Instant last) {
        Map<String, Position> next = new TreeMap<>(positions);
        next.put(code, new Position(last, bars(code) + 1));
        return new HistoryPoint(Collections.unmodifiableMap(next));
    }

    /**
     * The start of the bar of an instrument that was handed out last; empty if none was.
     *
     * @param code the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code
     */
    public Optional<Instant> last(String code) {
        Position position = positions.get(InstrumentCodes.canonical(code));
        return position == null ? Optional.empty() : Optional.of(position.last());
    }

    /**
     * The number of bars of an instrument that were handed out.
     *
     * @param code the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code
     */
    public long bars(String code) {
        Position position = positions.get(InstrumentCodes.canonical(code));
        return position == null ? 0 : position.bars();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryPoint that && positions.equals(that.positions);
    }

    @Override
    public int hashCode() {
        return positions.hashCode();
    }

    /** A text of one line, such as {@code US:AAPL 2026-01-02T14:30:00Z 1500}; empty for {@link #start}. */
    @Override
    public String toString() {
        return positions.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().last() + " "
                        + each.getValue().bars())
                .collect(Collectors.joining(","));
    }
}
