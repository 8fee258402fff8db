package hk.qos.stream.internal.engine;

import hk.qos.stream.spi.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer in order, as far as times tell. Servers answer oldest first, newest first, or anyhow. */
final class AnswerOrder {
    private AnswerOrder() {}

    /**
     * The items of {@code answer}, oldest first. The order of items of one moment is kept, or turned round with the rest.
     *
     * @param before the last items delivered before the gap
     * @param live the items delivered since; both show which way an answer goes whose items have all the same time
     */
    static <T> List<T> oldestFirst(Channel<T> channel, List<T> answer, List<T> before, List<T> live) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < answer.size(); i++) {
            Instant earlier = channel.time(answer.get(i - 1));
            @Nullable Instant later = channel.time(answer.get(i));
            if (earlier == null || later == null) {
                return answer;
            }
            rises |= later.isAfter(earlier);
            falls |= later.isBefore(earlier);
        }
        List<T> ordered = new ArrayList<>(answer);
        if (rises && falls) {
            ordered.sort(GapAlignment.byTime(channel));
        } else if (falls || (!rises && isTurned(channel, answer, before, live))) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static <T> boolean isTurned(Channel<T> channel, List<T> answer, List<T> before, List<T> live) {
        if (answer.isEmpty()) {
            return false;
        }
        List<T> first = answer.subList(0, 1);
        List<T> last = answer.subList(answer.size() - 1, answer.size());
        return (GapAlignment.areAny(channel, last, before) && !GapAlignment.areAny(channel, first, before))
                || (GapAlignment.areAny(channel, first, live) && !GapAlignment.areAny(channel, last, live));
    }
}
