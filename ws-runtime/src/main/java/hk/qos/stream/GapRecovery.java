package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests from the server, after a {@link StreamEvent.Gap}, what the gap has lost, on channels whose protocol has a request
 * for it. These requests are sent when nothing else waits, several keys to a frame, and keep to the spacing of frames.
 * Recovered items reach the listeners that received the gap through {@link StreamListener#onRecovered} and
 * {@link Update.Recovered}, after a {@link StreamEvent.Recovered}. Immutable.
 *
 * <ul>
 *   <li>The server has the newest items only, so a long gap is filled at its end. {@link StreamEvent.Unrecovered} names the
 *       time span and reason of what is, or may be, still missing.
 *   <li>Channels on which every push matters get the missed items in order: before the first live item if that has not
 *       arrived when the answer comes, otherwise after the live items. Live data is never held back. Items have no number,
 *       so missed items are told from delivered ones by their fields, numbers by value, and their order: of two items that
 *       are equal in every field, one missed, one can be dropped or delivered twice.
 *   <li>Channels on which the newest version of an item matters get the last version of each missed item, unless a live
 *       version has arrived already. The versions in between are lost.
 *   <li>Channels on which only the newest push matters are not requested.
 * </ul>
 */
public final class GapRecovery extends OptionValues {
    private static final GapRecovery DEFAULTS = new GapRecovery(usual());

    private GapRecovery(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("timeout", Duration.ofSeconds(60));
        return values;
    }

    /** A timeout of 60 s. */
    public static GapRecovery defaults() {
        return DEFAULTS;
    }

    /** The time from the gap to the answer. */
    public Duration timeout() {
        return duration("timeout");
    }

    /**
     * Replaces the time from the gap to the answer; by default 60 s. After it, what is missing is reported as unrecovered.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public GapRecovery withTimeout(Duration timeout) {
        return new GapRecovery(with("timeout", Checks.positive("timeout", timeout)));
    }
}
