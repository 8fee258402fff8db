package hk.qos.stream.internal.engine;

import hk.qos.error.ClientException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.io.Timeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A text about the state of a stream: why it is not ready, and what comes next.
 *
 * @param closing whether the user has closed the stream
 * @param attempting how long the present attempt has taken
 * @param untilRetry how long until the next attempt
 * @param turnedAway for how long a stream that was ready before has been turned away; null if it is not
 * @param untilFrame how long until the next frame may be sent
 * @param degradedBy why the connection is degraded; null if it is not
 * @param lastError why the last connection or attempt ended
 */
record Explanation(
        StreamState state,
        boolean closing,
        int connectionNumber,
        Duration attempting,
        int failures,
        Duration untilRetry,
        @Nullable Duration turnedAway,
        Duration untilFrame,
        @Nullable String degradedBy,
        Counts counts,
        SubscriptionStatus status,
        @Nullable ClientException lastError) {

    /** Numbers of keys and requests. */
    record Counts(int keys, int inFlight, int waiting) {
        static Counts of(Subscriptions subscriptions, Requests requests) {
            return new Counts(subscriptions.keysHeld(), requests.inFlight(), requests.waiting());
        }
    }

    /** One paragraph. */
    String text(Context context) {
        if (closing && !state.isFinal()) {
            return "Closing, as the user asked: new work is rejected, and the socket is closed at the latest "
                    + Timeout.text(context.options().timeouts().closeHandshake()) + " after the Close frame.";
        }
        return switch (state) {
            case IDLE ->
                "Not ready: the stream is unused and has not connected; it connects at the first subscription or"
                        + " request, or by connect().";
            case CONNECTING ->
                "Not ready: attempt " + connectionNumber + " to connect has been under way for "
                        + Timeout.text(attempting)
                        + "; it fails after "
                        + Timeout.text(context.options().timeouts().connect())
                        + " in all, and the next one follows after a pause." + because();
            case RESTORING -> restoring(context);
            case READY -> ready();
            case BACKOFF ->
                "Not ready: not connected. Attempt " + (connectionNumber + 1) + " starts in " + Timeout.text(untilRetry)
                        + ", after " + failures + " without lasting success." + because() + persistence(context);
            case PAUSED ->
                "Not ready: paused by disconnect(). It keeps its " + counts.keys
                        + " subscribed keys and refuses requests; connect() connects and subscribes again.";
            case CLOSED ->
                "Closed by the user; it does not connect again. To continue, "
                        + context.options().successor() + " makes a new stream.";
            case FAILED ->
                "Failed, and does not connect again, because that would fail the same way." + because()
                        + " When the cause is fixed, " + context.options().successor() + " makes a new stream.";
        };
    }

    private String persistence(Context context) {
        if (turnedAway == null) {
            return "";
        }
        Duration limit = context.options().backoff().giveUpAfter();
        return " The stream has been turned away for " + Timeout.text(turnedAway)
                + ", though it was ready before; it tries again "
                + (limit.equals(Backoff.FOREVER)
                        ? "without limit (setting: backoff.giveUpAfter)."
                        : "until that has lasted " + Timeout.text(limit) + " (setting: backoff.giveUpAfter).")
                + " When the cause is fixed, connect() tries at once.";
    }

    private String restoring(Context context) {
        return "Not ready: connected (attempt " + connectionNumber + "), but " + status.unserved()
                + ". At most one frame is sent every "
                + Timeout.text(context.options().spacing())
                + ", the next in " + Timeout.text(untilFrame) + " at the earliest; a frame without an answer within "
                + Timeout.text(context.options().timeouts().answer()) + " is sent again, less and less often."
                + because();
    }

    private String ready() {
        return "Ready (attempt " + connectionNumber + ")"
                + (degradedBy == null ? "" : ", but " + degradedBy) + ": " + counts.keys
                + " keys held, " + status.text() + "; " + counts.inFlight
                + " requests in flight, " + counts.waiting + " waiting.";
    }

    private String because() {
        return lastError == null ? "" : " The last connection ended: " + lastError.getMessage() + ".";
    }
}
