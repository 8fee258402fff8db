package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.simulator.fault.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Every stream fault has its effect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamFaultsTest {
    private static final String HEARTBEAT = "{\"type\":\"H\"}";
    private static final String SUBSCRIBE = "{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":1}";
    private static final long A_WHILE_MILLIS = 150;

    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().pushRate(50).start();
    private final Faults faults = simulator.faults();

    @AfterEach
    void clear() {
        faults.clear();
        faults.cut();
        await().until(() -> simulator.observations().openConnections().isEmpty());
    }

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void cutEndsTheConnectionWithoutACloseFrame() {
        try (RawStream stream = open()) {
            faults.cut();
            assertThat(stream.closeCode()).isEqualTo(1006);
        }
    }

    @Test
    void expiredKeyIsReportedForEachFrameAndOpensNoStream() {
        try (RawStream stream = open()) {
            faults.expireKeys();
            JsonNode answer = stream.ask("S", SUBSCRIBE);
            assertThat(answer.path("msg").asString()).isEqualTo("Key expired.");
            assertThat(answer.path("reqid").asInt()).isEqualTo(1);
            assertThat(stream.ask("H", HEARTBEAT).path("msg").asString()).isEqualTo("Key expired.");
            assertThat(RawStream.refusal(simulator, RawHttp.KEY).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void resetEndsTheConnectionWithRst() {
        try (RawStream stream = open()) {
            faults.reset();
            assertThat(stream.failure()).isInstanceOf(IOException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void closeSendsTheCodeAndEndsWithoutAnAnswer() {
        try (RawStream stream = open()) {
            faults.close(1012, "restart, " + "很".repeat(60));
            assertThat(stream.closeCode()).isEqualTo(1012);
            await().until(() -> simulator.observations().openConnections().isEmpty());
        }
    }

    @Test
    void pausedReadingAnswersNothingUntilResumed() {
        try (RawStream stream = open()) {
            faults.stopReading();
            stream.send(HEARTBEAT);
            // A frame that was being read may still be processed; the next one is not.
            stream.send(SUBSCRIBE);
            assertThat(stream.poll(m -> m.path("type").asString("").equals("S"), A_WHILE_MILLIS))
                    .isNull();
            faults.resumeReading();
            stream.await(m -> m.path("type").asString("").equals("S"));
        }
    }

    @Test
    void sendsArbitraryFrames() {
        try (RawStream stream = open().unjudged()) {
            faults.send("{\"tp\":\"S\",\"c\":\"XX:YY\"}");
            assertThat(stream.push("S").path("c").asString()).isEqualTo("XX:YY");
        }
        try (RawStream stream = open().unjudged()) {
            faults.sendMalformedFrame();
            assertThat(stream.text()).isEqualTo("{\"tp\":\"S\",\"c\":\"US:AA");
            faults.sendBinary(new byte[] {1});
            faults.sendText("plain".getBytes(StandardCharsets.UTF_8));
            assertThat(stream.text()).isEqualTo("plain");
            faults.sendText(new byte[] {(byte) 0xc3, 0x28});
            assertThat(stream.failure()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void writesRawBytesPastWebSocket() {
        try (RawStream stream = open().unjudged()) {
            faults.writeRaw(new byte[] {(byte) 0xff, 0x00}); // Reserved bits and an invalid opcode.
            assertThat(stream.failure()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void blackHoleSendsNothing() {
        try (RawStream stream = open()) {
            stream.ask("S", SUBSCRIBE);
            faults.blackHole();
            stream.ping();
            stream.send(HEARTBEAT);
            await().until(() -> !simulator.observations().frames("H").isEmpty());
            assertThat(stream.poll(m -> m.path("type").asString("").equals("H"), A_WHILE_MILLIS))
                    .isNull();
            assertThat(stream.isClosed()).isFalse();
            faults.clear();
            stream.push("S");
        }
    }

    @Test
    void mutedPushesDoNotAffectAnswers() {
        try (RawStream stream = open()) {
            faults.mutePushes();
            stream.ask("S", SUBSCRIBE);
            assertThat(stream.poll(m -> m.has("tp"), A_WHILE_MILLIS)).isNull();
            stream.ask("H", HEARTBEAT);
            faults.clear();
            stream.push("S");
        }
    }

    @Test
    void lostAnswersAreExecuted() {
        try (RawStream stream = open()) {
            faults.loseAnswers("S", 1);
            stream.send(SUBSCRIBE);
            stream.push("S");
            assertThat(stream.poll(m -> m.has("type"), A_WHILE_MILLIS)).isNull();
            stream.ask("S", SUBSCRIBE);

            faults.loseAnswers("H");
            for (int i = 0; i < 3; i++) {
                stream.send(HEARTBEAT);
            }
            assertThat(stream.poll(m -> m.path("type").asString("").equals("H"), A_WHILE_MILLIS))
                    .isNull();
        }
    }

    @Test
    void delaysAndRepeatsAnswers() {
        try (RawStream stream = open()) {
            faults.delayAnswers("H", Duration.ofMillis(120), 1);
            long start = System.nanoTime();
            stream.ask("H", HEARTBEAT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));

            faults.repeatAnswers("S", 1);
            stream.ask("S", SUBSCRIBE);
            JsonNode again = stream.await(m -> m.path("type").asString("").equals("S"));
            assertThat(again.path("reqid").asLong()).isEqualTo(1);
        }
    }

    @Test
    void refusesFramesAndCodesWithAnErrorText() {
        try (RawStream stream = open()) {
            faults.refuseFrames("S", "Try later.", 1);
            assertThat(stream.ask("S", SUBSCRIBE).path("msg").asString()).isEqualTo("Try later.");
            assertThat(stream.ask("S", SUBSCRIBE).path("msg").asString()).isEqualTo("OK");
            faults.refuse("HK:700", "No permission.");
            String both = "{\"type\":\"D\",\"codes\":[\"US:AAPL\",\"HK:00700\"],\"reqid\":2}";
            assertThat(stream.ask("D", both).path("msg").asString()).isEqualTo("No permission.");
            assertThat(simulator.observations().openConnections().get(0).subscriptions())
                    .containsOnlyKeys("S");
        }
    }

    @Test
    void closesOnACode() {
        try (RawStream stream = open()) {
            faults.closeOn("US:AAPL", 1011);
            stream.send(SUBSCRIBE);
            assertThat(stream.closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void closesOnFramesOfATypeTheGivenNumberOfTimes() {
        faults.closeOnFrames("S", 1012, 2);
        for (int i = 0; i < 2; i++) {
            try (RawStream stream = open()) {
                stream.ask("H", HEARTBEAT);
                stream.send(SUBSCRIBE);
                assertThat(stream.closeCode()).isEqualTo(1012);
            }
        }
        try (RawStream stream = open()) {
            stream.ask("S", SUBSCRIBE);
        }
    }

    @Test
    void ignoredFramesAreNeitherExecutedNorAnswered() {
        try (RawStream stream = open()) {
            faults.ignoreFrames("S", 1);
            stream.send(SUBSCRIBE);
            stream.ask("H", HEARTBEAT);
            assertThat(stream.poll(m -> m.path("tp").asString("").equals("S"), A_WHILE_MILLIS))
                    .isNull();
            stream.ask("S", SUBSCRIBE);
        }
    }

    @Test
    void mutedInstrumentIsAcknowledgedAndNeverPushed() {
        try (RawStream stream = open()) {
            faults.mute("HK:00700");
            String both = "{\"type\":\"S\",\"codes\":[\"US:AAPL\",\"HK:700\"],\"reqid\":3}";
            assertThat(stream.ask("S", both).path("msg").asString()).isEqualTo("OK");
            for (int i = 0; i < 5; i++) {
                assertThat(stream.push("S").path("c").asString()).isEqualTo("US:AAPL");
            }
            JsonNode answer = stream.ask("RS", both.replace("\"S\"", "\"RS\""));
            assertThat(answer.path("data").size()).isEqualTo(1);
        }
    }

    @Test
    void replacedFieldHasTheGivenValueInAnswersAndPushes() {
        try (RawStream stream = open().unjudged()) {
            faults.replaceField("US:AAPL", "lp", "\"-\"");
            stream.ask("S", SUBSCRIBE);
            assertThat(stream.push("S").path("lp").asString()).isEqualTo("-");
            String request = "{\"type\":\"RS\",\"codes\":[\"US:AAPL\",\"HK:700\"],\"reqid\":3}";
            JsonNode data = stream.ask("RS", request).path("data");
            assertThat(data)
                    .allSatisfy(row -> assertThat(row.path("lp").asString().equals("-"))
                            .isEqualTo(row.path("c").asString().equals("US:AAPL")));
        }
    }

    @Test
    void changesTypeAndSizeOfAnswersOnRequest() {
        try (RawStream stream = open().unjudged()) {
            String trades = "{\"type\":\"RT\",\"codes\":[\"US:AAPL\"],\"count\":1,\"reqid\":7}";
            faults.relabelAnswers("RT", "RD", 1);
            stream.send(trades);
            assertThat(stream.await(m -> m.has("data")).path("type").asString()).isEqualTo("RD");
            faults.padAnswers("RT", 100_000, 1);
            assertThat(stream.ask("RT", trades).toString()).hasSizeGreaterThan(100_000);
        }
    }

    @Test
    void messagesBeginWithAByteOrderMarkOnRequest() {
        try (RawStream stream = open().unjudged()) {
            faults.byteOrderMark();
            stream.send(HEARTBEAT);
            assertThat(stream.text()).startsWith("\ufeff{");
        }
    }

    @Test
    void sendsMessagesInFragments() {
        try (RawStream stream = open()) {
            faults.fragment(10);
            stream.ask("S", SUBSCRIBE);
            stream.push("S");
            assertThat(stream.fragments()).isGreaterThan(10);
        }
    }

    private RawStream open() {
        return RawStream.open(simulator);
    }
}
