package hk.qos.client;

import hk.qos.client.model.Adjustment;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.stream.internal.check.Checks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The bars that {@link QosHttp#history} walks through: all since a time, or a number of the newest, of one or more instruments.
 * Immutable.
 *
 * <pre>{@code
 * HistoryRange year = HistoryRange.of(KLineType.MINUTE_1, start, "US:AAPL", "HK:700").to(end).adjustment(Adjustment.FORWARD);
 * HistoryRange newest = HistoryRange.of(KLineType.DAY, 5_000, "SH:600519");
 * }</pre>
 */
public final class HistoryRange {
    private static final Instant EARLIEST_END = Instant.ofEpochSecond(1);

    private static final Instant LATEST_END = Instant.parse("9999-12-31T23:59:59Z");

    private final HistoryKLineQuery query;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final long bars;
    private final boolean oldestFirst;
    private final HistoryPoint point;

    private HistoryRange(
            HistoryKLineQuery query,
            @Nullable Instant from,
            @Nullable Instant to,
            long bars,
            boolean oldestFirst,
            HistoryPoint point) {
        this.query = query;
        this.from = from;
        this.to = to;
        this.bars = bars;
        this.oldestFirst = oldestFirst;
        this.point = point;
    }

    /** Calls {@link #of(KLineType, Instant, Collection)}. */
    public static HistoryRange of(KLineType type, Instant from, String... codes) {
        return of(type, from, Checks.listed("codes", codes));
    }

    /**
     * All bars that start at {@code from} or later.
     *
     * @param type the length of the bars
     * @param from the first start of a bar
     * @param codes the instruments, any number of them, also with {@code splitLargeRequests(false)}
     * @throws IllegalArgumentException if an argument is null or invalid
     */
    public static HistoryRange of(KLineType type, Instant from, Collection<String> codes) {
        return new HistoryRange(
                HistoryKLineQuery.of(type, 1, codes),
                Checks.required("from", from),
                null,
                Long.MAX_VALUE,
                false,
                HistoryPoint.start());
    }

    /** Calls {@link #of(KLineType, long, Collection)}. */
    public static HistoryRange of(KLineType type, long bars, String... codes) {
        return of(type, bars, Checks.listed("codes", codes));
    }

    /**
     * A number of bars, the newest.
     *
     * @param type the length of the bars
     * @param bars the number of bars of each instrument, at least 1
     * @param codes the instruments, any number of them, also with {@code splitLargeRequests(false)}
     * @throws IllegalArgumentException if an argument is null or invalid
     */
    public static HistoryRange of(KLineType type, long bars, Collection<String> codes) {
        return new HistoryRange(
                HistoryKLineQuery.of(type, 1, codes),
                null,
                null,
                Checks.range("bars", bars, 1, Long.MAX_VALUE - 1),
                false,
                HistoryPoint.start());
    }

    /**
     * Returns a copy that ends before {@code to}: no bar starts then or later. By default the newest bar, which may still
     * be forming, is the last.
     *
     * @throws IllegalArgumentException if it is null, not after the epoch, after the year 9999, or not after {@link #from}
     */
    public HistoryRange to(Instant to) {
        Checks.notBefore("to", to, EARLIEST_END);
        if (to.isAfter(LATEST_END)) {
            throw new IllegalArgumentException(
                    "to must not be after " + LATEST_END + ": " + to + "; leave it out to end with the newest bar");
        }
        if (from != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("to must be after from, which is " + from + ": " + to);
        }
        return new HistoryRange(query, from, to, bars, oldestFirst, point);
    }

    /** Returns a copy with another adjustment for splits and dividends; by default {@link Adjustment#NONE}. */
    public HistoryRange adjustment(Adjustment adjustment) {
        return new HistoryRange(query.adjustment(adjustment), from, to, bars, oldestFirst, point);
    }

    /**
     * Returns a copy whose bars come oldest first, one instrument after the other. The server only gives the newest bars
     * before a time. So all pages of as many instruments as one request can name are requested, and their bars held in
     * memory, some 300 bytes each, before the first bar comes. By default the newest come first, page by page, and nothing
     * but a page is held.
     */
    public HistoryRange oldestFirst() {
        return new HistoryRange(query, from, to, bars, true, point);
    }

    /**
     * Returns a copy that goes on where another walk through the same range stopped. The bar that was handed out last does not
     * come again, even if it was still forming: to extend a stored history later, end each walk {@link #to} the start of the
     * bar that is forming.
     *
     * @param point the point up to which bars were handed out, of {@link History#point}
     */
    public HistoryRange resumeAt(HistoryPoint point) {
        return new HistoryRange(query, from, to, bars, oldestFirst, Checks.required("point", point));
    }

    /** The length of the bars. */
    public KLineType type() {
        return query.type();
    }

    /** The instruments, in canonical spelling. */
    public List<String> codes() {
        return query.codes();
    }

    /** The adjustment for splits and dividends. */
    public Adjustment adjustment() {
        return query.adjustment();
    }

    /** The first start of a bar; empty if the number of bars is given. */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** The time before which all bars start; empty if the range ends with the newest bar. */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /** The number of bars of each instrument; empty if all since {@link #from} are wanted. */
    public OptionalLong bars() {
        return bars == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(bars);
    }

    /** Whether the oldest bars come first. */
    public boolean isOldestFirst() {
        return oldestFirst;
    }

    /** The point at which it begins; {@link HistoryPoint#start()} by default. */
    public HistoryPoint point() {
        return point;
    }

    /** What the queries of all pages have in common. */
    HistoryKLineQuery query() {
        return query;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryRange that
                && query.equals(that.query)
                && Objects.equals(from, that.from)
                && Objects.equals(to, that.to)
                && bars == that.bars
                && oldestFirst == that.oldestFirst
                && point.equals(that.point);
    }

    @Override
    public int hashCode() {
        return Objects.hash(query, from, to, bars, oldestFirst, point);
    }

    @Override
    public String toString() {
        return "HistoryRange[" + type() + ", " + (from == null ? bars + " bars" : "from " + from)
                + (to == null ? "" : ", to " + to) + ", " + adjustment() + (oldestFirst ? ", oldest first" : "") + ", "
                + codes() + (point.equals(HistoryPoint.start()) ? "" : ", at " + point) + "]";
    }
}
