package hk.qos.client;

import hk.qos.client.model.Session;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.stream.internal.check.Checks;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The current quote of a snapshot. The server is inconsistent about the session of a snapshot's own figures: in some
 * answers they are of the regular session and the session quote is of the running one; in others they are of the
 * running session and the session quote is of the day before. Only the time of each quote is reliable.
 *
 * @param session the session of the quote; for the snapshot's own figures that of the snapshot, which can be null
 * @param quote the figures
 */
public record CurrentQuote(@Nullable Session session, SessionQuote quote) {

    /** @throws IllegalArgumentException if {@code quote} is null */
    public CurrentQuote {
        Checks.required("quote", quote);
    }

    /**
     * Selects the newest of the snapshot's own figures and its pre-market, after-hours and night quotes that have a
     * time and a last price. If a session quote is as new as the snapshot's own figures, it is selected, since its
     * high, low and volume are of that session alone. If no session quote has a time and a last price, the snapshot's
     * own figures are selected, even without a time or price.
     *
     * @throws IllegalArgumentException if {@code snapshot} is null
     */
    public static CurrentQuote of(Snapshot snapshot) {
        Checks.required("snapshot", snapshot);
        SessionQuote.Builder own = SessionQuote.builder();
        ifPresent(snapshot.lastPrice(), own::lastPrice);
        ifPresent(snapshot.previousClose(), own::previousClose);
        ifPresent(snapshot.high(), own::high);
        ifPresent(snapshot.low(), own::low);
        ifPresent(snapshot.time(), own::time);
        ifPresent(snapshot.volume(), own::volume);
        ifPresent(snapshot.turnover(), own::turnover);
        return new CurrentQuote(snapshot.session(), own.build())
                .orAsNew(Session.NIGHT, snapshot.night())
                .orAsNew(Session.PRE_MARKET, snapshot.preMarket())
                .orAsNew(Session.AFTER_HOURS, snapshot.afterHours());
    }

    private static <T> void ifPresent(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private CurrentQuote orAsNew(Session other, @Nullable SessionQuote candidate) {
        if (candidate == null || candidate.lastPrice() == null) {
            return this;
        }
        Instant theirs = candidate.time();
        Instant ours = quote.lastPrice() == null ? null : quote.time();
        return theirs == null || (ours != null && theirs.isBefore(ours)) ? this : new CurrentQuote(other, candidate);
    }
}
