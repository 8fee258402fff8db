package hk.qos.stream.internal.engine;

import hk.qos.error.ClientException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream stands, for people: why it is not ready, and what comes next.
 *
 * @param closing whether its end was asked for and has not come yet
 * @param attempting how long the present attempt has taken
 * @param untilRetry how long until the next attempt
 * @param turnedAway for how long answers have turned away a stream that was ready before; null if none did
 * @param untilFrame how long until the next frame may go out
 * @param lastError why the last connection or attempt ended
 */
record Explanation(
        StreamState state,
        boolean closing,
        int epoch,
        Duration attempting,
        int failures,
        Duration untilRetry,
        @Nullable Duration turnedAway,
        Duration untilFrame,
        boolean degraded,
        Counts counts,
        SubscriptionStatus standing,
        @Nullable ClientException lastError) {

    /** What is held and what waits. */
    record Counts(int keys, int inFlight, int waiting) {
        static Counts of(Subscriptions subscriptions, Requests requests) {
            return new Counts(subscriptions.budget().size(), requests.inFlight(), requests.waiting());
        }
    }

    /** One paragraph. */
    String text(Context context) {
        if (closing && !state.isFinal()) {
            return "Closing, as asked: new work is refused, and the connection is cut at the latest "
                    + Context.text(context.options.deadlines().closeHandshake()) + " after we said goodbye.";
        }
        return switch (state) {
            case IDLE ->
                "Not ready: nothing was asked of the stream yet, so it has not connected; it will at the first"
                        + " subscription or request, or when told to connect.";
            case CONNECTING ->
                "Not ready: attempt " + epoch + " to connect has been under way for " + Context.text(attempting)
                        + "; it is given up after "
                        + Context.text(context.options.deadlines().connect())
                        + " in all, and the next one follows after a pause." + because();
            case RESTORING -> restoring(context);
            case READY -> ready();
            case BACKOFF ->
                "Not ready: not connected. Attempt " + (epoch + 1) + " starts in " + Context.text(untilRetry)
                        + ", after " + failures + " without lasting success." + because() + persistence(context);
            case CLOSED ->
                "Closed, as asked; it will not connect again. To go on, " + context.options.successor()
                        + " makes a new stream.";
            case FAILED ->
                "Failed, and will not try again, since that would end the same way." + because()
                        + " When the cause is mended, " + context.options.successor() + " makes a new stream.";
        };
    }

    private String persistence(Context context) {
        if (turnedAway == null) {
            return "";
        }
        Duration limit = context.options.backoff().giveUpAfter();
        return " The stream has been turned away for " + Context.text(turnedAway)
                + ", though it was ready before; it goes on "
                + (limit.equals(Backoff.FOREVER)
                        ? "for as long as that lasts (setting: backoff.giveUpAfter)."
                        : "until that has lasted " + Context.text(limit) + " (setting: backoff.giveUpAfter).")
                + " When the cause is mended, connect() tries at once.";
    }

    private String restoring(Context context) {
        return "Not ready: connected (attempt " + epoch + "), but " + standing.unserved()
                + ". Frames go out at most one every " + Context.text(context.options.spacing())
                + ", the next may in " + Context.text(untilFrame) + "; what is not answered within "
                + Context.text(context.options.deadlines().answer()) + " is asked for again, ever more rarely."
                + because();
    }

    private String ready() {
        return "Ready (attempt " + epoch + ")"
                + (degraded ? ", but heartbeats are not answered, though data flows" : "") + ": " + counts.keys
                + " keys held, " + standing.text() + "; " + counts.inFlight
                + " requests under way, " + counts.waiting + " waiting.";
    }

    private String because() {
        return lastError == null ? "" : " The last connection ended: " + lastError.getMessage() + ".";
    }
}
