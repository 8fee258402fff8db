package hk.qos.stream.spi;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Reads the HTTP header {@code Retry-After}: a number of seconds, or a date. */
public final class RetryAfter {
    /** 365 days, the maximum that {@link #parse} returns. */
    public static final Duration MAX_DELAY = Duration.ofDays(365);

    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /**
     * How long the server asks to wait, from zero to {@link #MAX_DELAY}; {@code null} if the header is missing or invalid.
     *
     * @param value the header {@code Retry-After}
     * @param date the header {@code Date} of the same answer, to which a date is relative, so that clocks may differ
     * @param now the time to which a date is relative if {@code date} is missing or invalid
     */
    public static @Nullable Duration parse(@Nullable String value, @Nullable String date, Instant now) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return bounded(seconds(text));
        }
        Instant until = moment(text);
        if (until == null) {
            return null;
        }
        Instant from = date == null ? null : moment(date.strip());
        return bounded(Duration.between(from == null ? now : from, until));
    }

    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > MAX_DIGITS ? MAX_DELAY : Duration.ofSeconds(Long.parseLong(significant));
    }

    private static @Nullable Instant moment(String text) {
        Date date = text.isEmpty() ? null : DateFormatter.parseHttpDate(text);
        return date == null ? null : date.toInstant();
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : wait;
    }
}
