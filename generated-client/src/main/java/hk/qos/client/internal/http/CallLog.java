package hk.qos.client.internal.http;

import hk.qos.client.RateWait;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the calls of one client: waits at INFO, at most one line a second, and everything else at DEBUG. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.client.http");
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final TimeSource time;
    private boolean spoken;
    private long spokenAt;
    private long leftOut;

    CallLog(TimeSource time) {
        this.time = time;
    }

    /** Logs that a call waits for its turn. */
    void waits(RateWait turn) {
        LOG.debug("{} waits {} for its turn", turn.operation(), RateLimits.millis(turn.delay()));
        long before;
        synchronized (this) {
            long now = time.nanoTime();
            if (spoken && now - spokenAt < QUIET.toNanos()) {
                leftOut++;
                return;
            }
            spoken = true;
            spokenAt = now;
            before = leftOut;
            leftOut = 0;
        }
        LOG.info(
                "{} waits {} for its turn, until {}: {}{}",
                turn.operation(),
                RateLimits.millis(turn.delay()),
                turn.due(),
                turn.askedByServer() ? "the server asked for a pause" : "the requests of a minute are used up",
                before == 0 ? "" : " (" + before + " more calls have begun to wait since this was last logged)");
    }

    /** Logs that a failed attempt is retried. */
    void triesAgain(Throwable failure, int attempt, Duration pause) {
        LOG.debug("{}; attempt {} follows in {} ms", failure.getMessage(), attempt, pause.toMillis());
    }
}
