package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;

/**
 * Asks the server, after a {@link StreamEvent.Gap}, for what the gap has cost, on channels whose protocol has a request for
 * it. Such requests go out when nothing else waits, several keys to a frame, and never faster than the spacing allows.
 * What comes back reaches the listeners that heard of the gap by {@link Listener#onRecovered} and
 * {@link Update.Recovered}, announced by {@link StreamEvent.Recovered}.
 *
 * <p>What to expect:
 *
 * <ul>
 *   <li>The server gives the newest items only, so a long gap is filled at its end. Whatever is known or feared to be
 *       missing still is told by {@link StreamEvent.Unrecovered}, which names time span and reason.
 *   <li>Channels of which every push matters get the missed items in order, before the first live one if that has not
 *       arrived when the answer comes, else after those that have. Live data is never held back. Items have no number, so
 *       they are told from those delivered by comparing all their fields, numbers by value, and their order: two that are
 *       alike in every field, one of them missed, can be taken for one, or be delivered twice.
 *   <li>Channels of which the newest version of an item matters get the last version of each missed item; the versions in
 *       between are gone. One of which a live version has arrived already is left out.
 *   <li>Channels of which only the newest push matters are not asked for: the next push says it all.
 * </ul>
 *
 * @param deadline from the gap to the answer, more than zero; later, the attempt is given up
 */
public record GapRecovery(Duration deadline) {

    /** @throws IllegalArgumentException if the deadline is null or not more than zero */
    public GapRecovery {
        Checks.positive("deadline", deadline);
    }

    /** 60 s. */
    public static GapRecovery defaults() {
        return new GapRecovery(Duration.ofSeconds(60));
    }
}
