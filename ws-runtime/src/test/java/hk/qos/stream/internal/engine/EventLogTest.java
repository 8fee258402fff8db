package hk.qos.stream.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.logged.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The level and the log line of each event. */
final class EventLogTest {
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");
    private static final Topic TOPIC = new Topic("ticks", "a");
    private static final StreamEvent.Gap GAP = new StreamEvent.Gap(TOPIC, AT, AT.plusSeconds(5), "cut");
    private static final String GAP_LINE =
            "WARN [desk-1 #0] 1 gap in ticks (a) from 2026-01-05T10:00:00Z to 2026-01-05T10:00:05Z: cut";

    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream", Level.DEBUG);

    private final Surroundings surroundings = new Surroundings();
    private final EventLog log = new EventLog(surroundings.context, surroundings.lines);

    @Test
    void throwingUserCodeIsWarnedWithTheNumberOfFailures() {
        log.write(new StreamEvent.CallbackFailed(new IllegalStateException("broken"), 1, AT));
        log.write(new StreamEvent.CallbackFailed(new IllegalStateException("broken"), 3, AT));

        assertThat(logged.lines())
                .containsExactly(
                        "WARN [desk-1 #0] user code threw",
                        "WARN [desk-1 #0] user code threw (3 times since the last report)");
    }

    @Test
    void unansweredFrameIsWarnedWithTheTimeOfTheNext() {
        log.write(new StreamEvent.Unanswered("ticks", Set.of("a"), false, Duration.ofSeconds(10), AT));
        log.write(new StreamEvent.Unanswered("ticks", Set.of("b"), true, Duration.ZERO, AT));

        assertThat(logged.lines())
                .containsExactly(
                        "WARN [desk-1 #0] subscription of ticks (a) not answered, sent again in 10 s",
                        "WARN [desk-1 #0] cancel of ticks (b) not answered, sent again now");
    }

    @Test
    void isolatedKeyIsWarnedWithTheReason() {
        log.write(new StreamEvent.Isolated(TOPIC, "reset", Duration.ofMillis(9_999), AT));

        assertThat(logged.lines())
                .containsExactly("WARN [desk-1 #0] ticks a is subscribed alone, in 9999 ms, "
                        + "because connections ended after it; the last: reset");
    }

    @Test
    void keysThatWereNeverPushedAreWarned() {
        log.write(new StreamEvent.NeverPushed("ticks", Set.of("a"), Duration.ofSeconds(30), AT));

        assertThat(logged.lines())
                .containsExactly("WARN [desk-1 #0] ticks (a) acknowledged, but not pushed within 30 s");
    }

    @Test
    void degradationIsLoggedAtWarnAndItsEndAtInfo() {
        log.write(new StreamEvent.Degraded("heartbeats are not answered", AT));
        log.write(new StreamEvent.Healthy(AT));

        assertThat(logged.lines())
                .containsExactly(
                        "WARN [desk-1 #0] degraded: heartbeats are not answered",
                        "INFO [desk-1 #0] healthy again: heartbeats are answered");
    }

    @Test
    void skippedMessagesAreWarnedWithNumberAndKind() {
        log.write(new StreamEvent.Malformed("unknown", 1, AT));
        log.write(new StreamEvent.Malformed("binary", 2, AT));

        assertThat(logged.lines())
                .containsExactly(
                        "WARN [desk-1 #0] 1 message skipped: unknown", "WARN [desk-1 #0] 2 messages skipped: binary");
    }

    @Test
    void incompleteRecordingIsWarned() {
        log.write(new StreamEvent.RecordingIncomplete("the disk is full", AT));

        assertThat(logged.lines()).containsExactly("WARN [desk-1 #0] recording: the disk is full");
    }

    @Test
    void eventAfterTheLoopHasEndedIsLoggedAtOnce() {
        log.writeLate(new StreamEvent.RecordingIncomplete("the disk is full", AT));
        log.writeLate(GAP);

        assertThat(logged.lines())
                .containsExactly("WARN [desk-1 #0] recording: the disk is full", "WARN [desk-1 #0] " + GAP);
    }

    @Test
    void aggregatedEventIsAlsoLoggedAtDebug() {
        log.write(GAP);
        assertThat(logged.lines()).containsExactly("DEBUG [desk-1 #0] " + GAP);
        surroundings.loop.settle();

        assertThat(logged.lines()).containsExactly("DEBUG [desk-1 #0] " + GAP, GAP_LINE);
    }

    @Test
    void staleKeyIsLoggedAtDebugAndInTheSharedLine() {
        StreamEvent.Stale stale = new StreamEvent.Stale(TOPIC, Duration.ofSeconds(12), AT);
        log.write(stale);
        surroundings.loop.settle();

        assertThat(logged.lines())
                .containsExactly(
                        "DEBUG [desk-1 #0] " + stale, "WARN [desk-1 #0] 1 key of ticks stale (a): no push for 12 s");
    }

    @Test
    void resumedSubscriptionIsLoggedAtDebugOnly() {
        StreamEvent.Resumed resumed = new StreamEvent.Resumed("ticks", Set.of("a"), AT);
        log.write(resumed);
        surroundings.loop.settle();

        assertThat(logged.lines()).containsExactly("DEBUG [desk-1 #0] " + resumed);
    }

    @Test
    void connectionEventHasOneLine() {
        log.write(new StreamEvent.Connected(1, AT));

        assertThat(logged.lines()).containsExactly("INFO [desk-1 #0] connected");
    }

    @Test
    void collectedEventsPrecedeTheNextLine() {
        log.write(GAP);
        log.write(new StreamEvent.Degraded("heartbeats are not answered", AT));
        surroundings.loop.settle();

        assertThat(logged.lines())
                .containsExactly(
                        "DEBUG [desk-1 #0] " + GAP, GAP_LINE, "WARN [desk-1 #0] degraded: heartbeats are not answered");
    }

    @Test
    void endWritesCollectedEvents() {
        log.write(GAP);
        log.stop();

        assertThat(logged.lines("WARN")).containsExactly(GAP_LINE);
    }
}
