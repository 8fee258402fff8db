package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * When the stream reports acknowledged topics that were never pushed by {@link StreamEvent.NeverPushed}. A server may
 * acknowledge keys that do not exist. Immutable.
 */
public final class FirstPush extends OptionValues {
    private final Predicate<Topic> expected;

    private FirstPush(Map<String, Object> values, Predicate<Topic> expected) {
        super(values);
        this.expected = expected;
    }

    /**
     * Reports a topic that is not pushed within {@code after} of its acknowledgement.
     *
     * @throws IllegalArgumentException if {@code after} is null or not positive
     */
    public static FirstPush after(Duration after) {
        return of(Checks.positive("after", after), topic -> true);
    }

    private static FirstPush of(Duration after, Predicate<Topic> expected) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("after", after);
        values.put("expected", expected);
        return new FirstPush(values, expected);
    }

    /** How long to wait for the first push. */
    public Duration after() {
        return duration("after");
    }

    /** Whether pushes of a topic are expected now. */
    public Predicate<Topic> expected() {
        return expected;
    }

    /**
     * Replaces the time.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public FirstPush withAfter(Duration after) {
        return of(Checks.positive("after", after), expected);
    }

    /**
     * Replaces the predicate that says whether pushes of a topic are expected now; by default always. It should return
     * {@code false} while a market is closed. It runs where listeners run. If it throws, {@link StreamEvent.CallbackFailed}
     * reports that, and the stream calls it again later.
     *
     * @throws IllegalArgumentException if it is null
     */
    public FirstPush withExpected(Predicate<Topic> expected) {
        return of(after(), Checks.required("expected", expected));
    }
}
