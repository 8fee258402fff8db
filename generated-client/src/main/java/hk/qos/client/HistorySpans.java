package hk.qos.client;

import hk.qos.client.internal.paging.Span;
import hk.qos.client.model.KLineType;
import java.time.Duration;
import java.time.Instant;

/** What is left of a range for each instrument, and how many requests it takes at most. */
final class HistorySpans {
    private final HistoryRange range;
    private final int groups;
    private final int pageSize;

    /**
     * @param groups the number of requests that name all instruments once
     * @param pageSize the number of bars of an instrument in one request
     */
    HistorySpans(HistoryRange range, int groups, int pageSize) {
        this.range = range;
        this.groups = groups;
        this.pageSize = pageSize;
    }

    /**
     * Newest first, the rest ends before the last bar that was handed out. Oldest first, it begins after it; it is not limited
     * to the number that is left, since bars that are new since then would push the oldest out. So that is limited later.
     */
    Span of(String code) {
        Instant last = range.point().last(code).orElse(null);
        Instant from = range.from().orElse(null);
        Instant to = range.to().orElse(null);
        long bars = range.bars().orElse(Long.MAX_VALUE);
        long left = left(code);
        if (last == null) {
            return new Span(from, to, bars);
        }
        if (range.isOldestFirst()) {
            return new Span(last.plusSeconds(1), to, left > 0 ? Long.MAX_VALUE : 0);
        }
        return new Span(from, last, left);
    }

    /** The number of bars of an instrument that are left; {@link Long#MAX_VALUE} for all. */
    long left(String code) {
        long bars = range.bars().orElse(Long.MAX_VALUE);
        return bars == Long.MAX_VALUE ? bars : Math.max(0, bars - range.point().bars(code));
    }

    /** The maximum of requests, over all instruments. */
    long requests() {
        long most = range.codes().stream()
                .mapToLong(code -> requests(of(code)))
                .max()
                .orElse(0);
        return most * groups;
    }

    private long requests(Span span) {
        long bars = span.count();
        Instant from = span.from();
        boolean open = bars == Long.MAX_VALUE;
        if (from != null) {
            Instant to = span.to() == null ? Instant.now() : span.to();
            long most = 1
                    + Math.max(0, Duration.between(from, to).toSeconds())
                            / shortest(range.type()).toSeconds();
            bars = Math.min(bars, most);
        }
        if (bars <= 0) {
            return 0;
        }
        // Each page but the first repeats a bar. A range without a number of bars ends with a page without new bars.
        long pages = pageSize == 1
                ? 2 * bars
                : 1 + Math.max(0, bars - pageSize + pageSize - 2 + (span.to() == null ? 0 : 1)) / (pageSize - 1);
        return open ? pages + 1 : pages;
    }

    /** The shortest time between the starts of two bars; a minute if it is not known. */
    private static Duration shortest(KLineType type) {
        return switch (type) {
            case MINUTE_5 -> Duration.ofMinutes(5);
            case MINUTE_15 -> Duration.ofMinutes(15);
            case MINUTE_30 -> Duration.ofMinutes(30);
            case HOUR_1 -> Duration.ofHours(1);
            case HOUR_2 -> Duration.ofHours(2);
            case HOUR_4 -> Duration.ofHours(4);
            case DAY -> Duration.ofHours(23);
            case WEEK -> Duration.ofDays(6);
            case MONTH -> Duration.ofDays(28);
            case YEAR -> Duration.ofDays(365);
            default -> Duration.ofMinutes(1);
        };
    }
}
