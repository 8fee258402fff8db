package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.model.Session;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The quote of a snapshot that is current. The server is inconsistent about which session a snapshot's own figures and its
 * session quotes belong to: some answers have the running session in its quote and the regular one in the snapshot's own
 * figures, others the running session in the snapshot's own figures and the day before in the quote. Only the time of each
 * quote tells.
 *
 * @param session the session of the quote. That of the snapshot's own figures is what the snapshot says, null if it says
 *     nothing
 * @param quote the figures
 */
public record CurrentQuote(@Nullable Session session, SessionQuote quote) {

    /**
     * Of the snapshot's own figures and its pre-market, after-hours and night quotes the newest that has a time and a last
     * price. A session quote goes before figures of the snapshot's own that are equally new, since its high, low and volume
     * are of that session alone. If no session quote has both, or the snapshot's own figures are newer, they are the snapshot's
     * own, even if these lack time or price.
     *
     * @throws IllegalArgumentException if {@code snapshot} is null
     */
    public static CurrentQuote of(Snapshot snapshot) {
        Checks.required("snapshot", snapshot);
        SessionQuote own = new SessionQuote(
                snapshot.lastPrice(),
                snapshot.previousClose(),
                snapshot.high(),
                snapshot.low(),
                snapshot.time(),
                snapshot.volume(),
                snapshot.turnover());
        return new CurrentQuote(snapshot.session(), own)
                .orAsNew(Session.NIGHT, snapshot.night())
                .orAsNew(Session.PRE_MARKET, snapshot.preMarket())
                .orAsNew(Session.AFTER_HOURS, snapshot.afterHours());
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
