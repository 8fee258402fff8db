package hk.qos.stream.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.Subscription;
import hk.qos.stream.fixtures.LeakGuard;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testng.SkipException;

/** The publishers of a subscription keep every rule of Reactive Streams that the TCK can verify, including optional ones. */
@ExtendWith(LeakGuard.class)
final class PublisherRulesTest {
    /** The prefixes of rules that, according to the TCK, no test can verify from outside. */
    private static final String UNVERIFIABLE = "untested_";

    /**
     * Requires that a subscriber which has received everything completes while others have not. A subscription closes for
     * all at once and discards queued items, so that nothing is delivered after {@code close()}. The rest of the rule is
     * tested by {@link PublisherEndsTest#subscribersOfDifferentPaceReceiveTheSame}.
     */
    private static final Set<String> CANNOT_HOLD = Set.of(
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribersWhenRequestingOneByOne");

    @TestFactory
    Stream<DynamicTest> publisherOfPushesKeepsRule() {
        return verifiable(() -> new StreamVerification<>(Subscription::publisher, false));
    }

    @TestFactory
    Stream<DynamicTest> publisherOfUpdatesKeepsRule() {
        return verifiable(() -> new StreamVerification<>(Subscription::updates, true));
    }

    @Test
    void onlyUnverifiableRulesAreSkipped() {
        List<Method> leftOut =
                rules().filter(PublisherRulesTest::isUnverifiable).toList();

        assertThat(leftOut).hasSize(7);
        assertThat(publisherOfPushesKeepsRule()).hasSize(38 - 7 - CANNOT_HOLD.size());
        for (Method rule : leftOut) {
            assertThatThrownBy(() -> run(rule, new StreamVerification<>(Subscription::publisher, false)))
                    .hasRootCauseInstanceOf(SkipException.class)
                    .hasRootCauseMessage("Not verified by this TCK.");
        }
    }

    private static Stream<DynamicTest> verifiable(Supplier<StreamVerification<?>> verification) {
        return rules().filter(rule -> !isUnverifiable(rule) && !CANNOT_HOLD.contains(rule.getName()))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> run(rule, verification.get())));
    }

    private static Stream<Method> rules() {
        return Arrays.stream(StreamVerification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .sorted(Comparator.comparing(Method::getName));
    }

    private static boolean isUnverifiable(Method rule) {
        return rule.getName().startsWith(UNVERIFIABLE);
    }

    /** Runs one rule. A rule that the TCK would skip, such as an optional one that is violated, is a failure. */
    private static void run(Method rule, StreamVerification<?> verification) throws Throwable {
        try (verification) {
            verification.setUp();
            rule.invoke(verification);
            verification.verifyNoErrors();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SkipException skipped) {
                throw new AssertionError("skipped by the TCK: " + skipped.getMessage(), skipped);
            }
            throw e.getCause();
        }
    }
}
