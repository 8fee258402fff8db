package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.internal.http.SlidingWindow.Turn;
import hk.qos.client.internal.http.SlidingWindow.Usage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At most two requests in any window of 100 ns. */
final class SlidingWindowTest {
    private static final int CAPACITY = 2;
    private static final long WINDOW = 100;
    private static final long ANY_WAIT = Long.MAX_VALUE;

    private long now;
    private final SlidingWindow window = new SlidingWindow(() -> now);

    @Test
    void turnsWithinTheCapacityAreImmediate() {
        now = 7;
        Turn first = take();

        assertThat(first.at).isEqualTo(7);
        assertThat(first.delay).isZero();
        assertThat(first.held).isFalse();
        assertThat(take().delay).isZero();
    }

    @Test
    void turnWaitsOneWindowAfterTheTurnOneCapacityEarlier() {
        take();
        now = 30;
        take();
        now = 40;

        assertThat(take().at).isEqualTo(100);
        assertThat(take().at).isEqualTo(130);
        Turn fifth = take();
        assertThat(fifth.at).isEqualTo(200);
        assertThat(fifth.delay).isEqualTo(160);
        assertThat(fifth.held).isFalse();
    }

    @Test
    void nextWindowAllowsFullCapacity() {
        take();
        take();
        now = 99;
        assertThat(take(0).delay).isOne();
        now = 100;

        assertThat(take().delay).isZero();
        assertThat(take().delay).isZero();
        assertThat(take().delay).isEqualTo(100);
    }

    @Test
    void turnBeyondTheLongestWaitIsNotTaken() {
        take();
        take();

        assertThat(take(99).delay).isEqualTo(100);
        assertThat(window.usage(CAPACITY, WINDOW).waiting()).isZero();
        assertThat(take(100).delay).isEqualTo(100);
        assertThat(window.usage(CAPACITY, WINDOW).waiting()).isOne();
    }

    @Test
    void laterCallerWithHigherCapacityDoesNotOvertake() {
        take();
        take();
        take();

        assertThat(window.take(50, WINDOW, ANY_WAIT).at).isEqualTo(100);
    }

    @Test
    void returnedTurnIsUsedByTheNextCaller() {
        Turn first = take();
        take();
        window.giveBack(first);

        assertThat(take().delay).isZero();
    }

    @Test
    void longestWindowOfAllCallersIsKept() {
        window.take(2, 1_000, ANY_WAIT);
        window.take(2, 1_000, ANY_WAIT);
        now = 500;
        window.take(5, 10, ANY_WAIT);

        assertThat(window.take(2, 1_000, ANY_WAIT).at).isEqualTo(1_000);
    }

    @Test
    void holdDelaysAndMarksTheNextTurn() {
        now = 10;
        window.hold(50);
        Turn held = take();

        assertThat(held.at).isEqualTo(60);
        assertThat(held.delay).isEqualTo(50);
        assertThat(held.held).isTrue();
    }

    @Test
    void shorterHoldDoesNotEndALongerOne() {
        window.hold(50);
        window.hold(20);

        assertThat(take().at).isEqualTo(50);
    }

    @Test
    void expiredHoldMarksNoTurn() {
        window.hold(50);
        now = 50;

        assertThat(take().held).isFalse();
    }

    @Test
    void turnDelayedByCapacityBeyondTheHoldIsNotMarked() {
        take();
        take();
        window.hold(50);
        Turn third = take();

        assertThat(third.at).isEqualTo(100);
        assertThat(third.held).isFalse();
    }

    @Test
    void claimFailsAfterALaterHold() {
        Turn first = take();
        assertThat(window.claim(first)).isTrue();
        window.hold(50);

        assertThat(window.claim(first)).isFalse();
        now = 50;
        assertThat(window.claim(first)).as("a turn that was lost").isFalse();
        assertThat(window.usage(CAPACITY, WINDOW).used()).isZero();
    }

    @Test
    void turnTakenDuringAHoldCanBeClaimedAfterIt() {
        window.hold(50);
        Turn turn = take();
        now = 50;

        assertThat(window.claim(turn)).isTrue();
    }

    @Test
    void liftingAHoldRunsWaitingCallsInOrderAndClearsTurns() {
        List<String> ran = new ArrayList<>();
        Runnable cancelled = () -> ran.add("cancelled");
        take();
        window.hold(50);
        Turn held = take();
        window.onLift(() -> ran.add("first"));
        window.onLift(cancelled);
        window.onLift(() -> ran.add("second"));
        window.forgetOnLift(cancelled);
        window.lift();

        assertThat(ran).containsExactly("first", "second");
        assertThat(window.claim(held)).isFalse();
        assertThat(window.usage(CAPACITY, WINDOW)).isEqualTo(new Usage(1, 0, 0, 0));
        assertThat(take().delay).isZero();
    }

    @Test
    void liftingWithoutAHoldRunsNothing() {
        List<String> ran = new ArrayList<>();
        window.onLift(() -> ran.add("again"));
        window.lift();
        window.hold(50);
        now = 50;
        window.lift();

        assertThat(ran).isEmpty();
    }

    @Test
    void usageStatesUsedWaitingAndNextTurn() {
        assertThat(window.usage(CAPACITY, WINDOW)).isEqualTo(new Usage(0, 0, 0, 0));
        take();
        now = 20;
        take();
        take();
        window.hold(30);

        assertThat(window.usage(CAPACITY, WINDOW)).isEqualTo(new Usage(2, 1, 100, 30));
        now = 100;
        assertThat(window.usage(CAPACITY, WINDOW)).isEqualTo(new Usage(2, 0, 20, 0));
    }

    @Test
    void usageCountsTheCallersWindowOnly() {
        window.take(5, 1_000, ANY_WAIT);
        now = 10;

        assertThat(window.usage(5, 11).used()).isOne();
        assertThat(window.usage(5, 10).used()).isZero();
    }

    @Test
    void isIdleWhenTurnsWaitingAndHoldAreOver() {
        Runnable again = () -> {};
        assertThat(window.isIdle()).isTrue();
        take();
        now = 99;
        assertThat(window.isIdle()).isFalse();
        now = 100;
        assertThat(window.isIdle()).isTrue();

        window.onLift(again);
        assertThat(window.isIdle()).isFalse();
        window.forgetOnLift(again);
        window.hold(10);
        assertThat(window.isIdle()).isFalse();
        now = 110;
        assertThat(window.isIdle()).isTrue();
    }

    private Turn take() {
        return take(ANY_WAIT);
    }

    private Turn take(long maxWait) {
        return window.take(CAPACITY, WINDOW, maxWait);
    }
}
