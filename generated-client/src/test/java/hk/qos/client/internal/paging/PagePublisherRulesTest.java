package hk.qos.client.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testng.SkipException;

/** The publisher of a history keeps every rule of Reactive Streams that the TCK can verify for one subscriber. */
class PagePublisherRulesTest {
    /** The prefixes of rules that no test can verify from outside, and of those for several subscribers. */
    private static final String[] LEFT_OUT = {"untested_", "optional_spec111_"};

    @TestFactory
    Stream<DynamicTest> pagesThatComeAtOnce() {
        return rules(Runnable::run);
    }

    @TestFactory
    Stream<DynamicTest> pagesThatComeOnAnotherThread() {
        return rules(ForkJoinPool.commonPool());
    }

    @Test
    void onlyRulesForSeveralSubscribersAreLeftOut() {
        assertThat(rules(Runnable::run)).hasSize(38 - 7 - 5);
    }

    private static Stream<DynamicTest> rules(Executor answers) {
        return Arrays.stream(PageVerification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .filter(rule -> Arrays.stream(LEFT_OUT).noneMatch(rule.getName()::startsWith))
                .sorted(Comparator.comparing(Method::getName))
                .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> run(rule, new PageVerification(answers))));
    }

    /** Runs one rule. A rule that the TCK would skip, such as an optional one that is violated, is a failure. */
    private static void run(Method rule, PageVerification verification) throws Throwable {
        try {
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
