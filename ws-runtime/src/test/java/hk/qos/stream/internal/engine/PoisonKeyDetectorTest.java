package hk.qos.stream.internal.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Resubscription;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which keys are isolated after disconnects, and when they may be subscribed again. */
final class PoisonKeyDetectorTest {
    private static final boolean SERVED = true;
    private static final boolean NOT_SERVED = false;

    private final PoisonKeyDetector detector = new PoisonKeyDetector(Resubscription.defaults());

    @Test
    void oneDisconnectIsolatesNothing() {
        assertThat(detector.isEmpty()).isTrue();
        blame(0, "a", "b");

        assertThat(detector.isEmpty()).isFalse();
        assertThat(detector.isIsolated("a")).isFalse();
        assertThat(next(false)).isNull();
    }

    @Test
    void secondDisconnectIsolatesHalvesOfTheCommonKeys() {
        blame(0, "a", "b", "c", "d");
        blame(1, "b", "c", "d", "e");

        assertThat(List.of("a", "b", "c", "d", "e"))
                .filteredOn(detector::isIsolated)
                .containsExactly("b", "c", "d");
        PoisonKeyDetector.Group first = next(false);
        assertThat(keys(first)).containsExactly("b");
        detector.clear(List.of("b"));
        assertThat(keys(next(false))).containsExactly("c", "d");
    }

    @Test
    void framesWithoutCommonKeyIsolateNothing() {
        blame(0, "a", "b");
        blame(1, "c", "d");

        assertThat(detector.isIsolated("a")).isFalse();
        assertThat(detector.isIsolated("c")).isFalse();
        blame(2, "c", "d");
        assertThat(detector.isIsolated("a")).isFalse();
        assertThat(detector.isIsolated("c")).isTrue();
    }

    @Test
    void isolatedGroupIsHalvedDownToSingleKeys() {
        blame(0, "a", "b", "c", "d");
        blame(0, "a", "b", "c", "d");
        PoisonKeyDetector.Group half = group("a", "b");
        detector.blame(List.of("a", "b"), half, NOT_SERVED, 1);

        assertThat(detector.isIsolated("a")).isTrue();
        assertThat(detector.isSingle("a")).isFalse();
        detector.blame(List.of("a"), group("a"), NOT_SERVED, 2);
        assertThat(detector.isSingle("a")).isTrue();
        assertThat(detector.isSingle("b")).isFalse();
        assertThat(detector.isIsolated("a")).isTrue();
    }

    @Test
    void groupBlamedLongestAgoIsNext() {
        blame(0, "a", "b");
        blame(5, "a", "b");
        detector.blame(List.of("a"), group("a"), NOT_SERVED, 9);

        assertThat(keys(next(false))).containsExactly("b");
        assertThat(group("b").blamedAt()).isEqualTo(5);
        detector.blame(List.of("b"), group("b"), NOT_SERVED, 12);
        assertThat(keys(next(false))).containsExactly("a");
    }

    @Test
    void groupWithoutMissingKeysIsSkipped() {
        blame(0, "a", "b");
        blame(0, "a", "b");

        assertThat(keys(detector.nextIsolated("b"::equals, false))).containsExactly("b");
        assertThat(detector.nextIsolated("x"::equals, false)).isNull();
    }

    @Test
    void keysBackOffWhileOthersAreServed() {
        long now = 0;
        blame(now, "a");
        for (long seconds : new long[] {10, 30, 70, 150, 300, 300}) {
            detector.blame(List.of("a"), next(true), SERVED, now);
            assertThat(detector.areOthersServedWithout("a")).isTrue();
            assertThat(detector.left(now)).isEqualTo(SECONDS.toNanos(seconds));
            now += SECONDS.toNanos(seconds);
            assertThat(detector.left(now - 1)).isOne();
            assertThat(detector.left(now)).isZero();
        }
    }

    @Test
    void disconnectCausesNoPauseWhileNoOtherIsServed() {
        blame(0, "a");
        detector.blame(List.of("a"), null, NOT_SERVED, 0);

        assertThat(detector.isSingle("a")).isTrue();
        assertThat(detector.areOthersServedWithout("a")).isFalse();
        assertThat(detector.left(0)).isZero();
        assertThat(next(true)).isNull();
        assertThat(keys(next(false))).containsExactly("a");
    }

    @Test
    void forgivingEndsThePauseAndKeepsTheIsolation() {
        blame(0, "a");
        detector.blame(List.of("a"), null, SERVED, 0);
        assertThat(keys(next(true))).containsExactly("a");
        assertThat(next(false)).isNull();
        detector.forgive();

        assertThat(detector.left(0)).isZero();
        assertThat(detector.areOthersServedWithout("a")).isFalse();
        assertThat(detector.isIsolated("a")).isTrue();
        assertThat(detector.isSingle("a")).isTrue();
    }

    @Test
    void remainingGroupsShareOneFrameAfterOneSurvives() {
        blame(0, "a", "b", "c", "d");
        blame(0, "a", "b", "c", "d");
        detector.blame(List.of("a", "b"), group("a", "b"), NOT_SERVED, 1);
        blame(0, "x", "y");
        detector.clear(List.of("a"));
        detector.survived();

        assertThat(keys(next(false))).containsExactly("c", "d", "b");
        assertThat(detector.isIsolated("x")).isFalse();
        assertThat(detector.isEmpty()).isFalse();
    }

    @Test
    void onlyIsolatedGroupStaysWhenAnotherSurvives() {
        blame(0, "a");
        detector.blame(List.of("a"), null, SERVED, 0);
        detector.survived();

        assertThat(detector.isSingle("a")).isTrue();
        assertThat(detector.areOthersServedWithout("a")).isFalse();
        assertThat(detector.left(0)).isZero();
    }

    @Test
    void clearedKeysAreForgotten() {
        blame(0, "a", "b");
        detector.clear(List.of("a"));
        assertThat(detector.isEmpty()).isFalse();
        detector.clear(List.of("b"));

        assertThat(detector.isEmpty()).isTrue();
        blame(1, "a", "b");
        assertThat(detector.isIsolated("a")).isFalse();
    }

    @Test
    void nothingWaitsWithoutGroups() {
        blame(0, "a");
        detector.blame(List.of("a"), null, SERVED, 0);
        detector.clear(List.of("a"));

        assertThat(detector.left(0)).isZero();
    }

    private void blame(long now, String... keys) {
        detector.blame(List.of(keys), null, NOT_SERVED, now);
    }

    private PoisonKeyDetector.@Nullable Group next(boolean struck) {
        return detector.nextIsolated(key -> true, struck);
    }

    /** The isolated group of these keys, which is the next if nothing else is missing. */
    private PoisonKeyDetector.Group group(String... keys) {
        PoisonKeyDetector.Group found = detector.nextIsolated(List.of(keys)::contains, false);
        assertThat(keys(found)).containsExactly(keys);
        return Objects.requireNonNull(found);
    }

    private static List<String> keys(PoisonKeyDetector.@Nullable Group group) {
        return group == null ? List.of() : group.keys(key -> true);
    }
}
