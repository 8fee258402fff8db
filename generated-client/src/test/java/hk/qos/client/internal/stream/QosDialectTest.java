package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.internal.stream.RecordingSink.Answer;
import hk.qos.client.internal.stream.RecordingSink.Heard;
import hk.qos.client.internal.stream.RecordingSink.Push;
import hk.qos.client.internal.stream.RecordingSink.Unknown;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradeDirection;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QosDialectTest {
    private final QosDialect dialect = new QosDialect();

    private Heard read(String json) throws MalformedFrameException {
        return RecordingSink.read(dialect, json);
    }

    @Test
    void answerAndPushOfTheSameTypeAreDistinguished() throws Exception {
        assertThat(read("{\"type\":\"S\",\"msg\":\"OK\",\"time\":17,\"reqid\":5}"))
                .isEqualTo(new Answer("S", 5, null));
        Push push = (Push) read("{\"tp\":\"S\",\"c\":\"US:AAPL\",\"lp\":\"1.50\",\"ts\":17}");
        assertThat(push.channel()).isEqualTo(QosChannels.SNAPSHOTS);
        assertThat(push.key()).isEqualTo("US:AAPL");
        Snapshot snapshot = (Snapshot) push.data();
        assertThat(snapshot.lastPrice()).isEqualTo(new BigDecimal("1.50"));
        assertThat(snapshot.time()).isEqualTo(Instant.ofEpochSecond(17));
    }

    @Test
    void beginningOfAnAnswerIdentifiesItsRequest() {
        assertThat(answerIn("{\"type\":\"RH\",\"msg\":\"OK\",\"reqid\":17,\"data\":[{\"c\":\"US:AA"))
                .isEqualTo(new hk.qos.stream.spi.Answer("RH", 17));
        assertThat(answerIn("{\"msg\":\"OK\",\"type\":\"RH\",\"data\":[{\"c\":\"US:AA"))
                .isEqualTo(new hk.qos.stream.spi.Answer("RH", 0));
        assertThat(answerIn("{\"tp\":\"S\",\"c\":\"US:AA")).isNull();
        assertThat(answerIn("<html>")).isNull();
        assertThat(answerIn("")).isNull();
    }

    private hk.qos.stream.spi.@Nullable Answer answerIn(String beginning) {
        return dialect.answerIn(Unpooled.copiedBuffer(beginning, StandardCharsets.UTF_8));
    }

    @Test
    void discriminatorMayBeAtAnyPosition() throws Exception {
        String[] frames = {
            "{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":\"1\"}",
            "{\"c\":\"US:AAPL\",\"tp\":\"T\",\"p\":\"1\"}",
            " {\"x\":[{\"tp\":\"D\"}],\"p\":1,\"c\":\"US:AAPL\",\"t\\u0070\":\"\\u0054\"}\n",
        };
        for (String frame : frames) {
            Push push = (Push) read(frame);
            assertThat(push.channel()).isEqualTo(QosChannels.TRADES);
            assertThat(((Trade) push.data()).price()).isEqualTo(BigDecimal.ONE);
        }
        assertThat(read("{\"data\":[{\"type\":\"X\",\"msg\":\"no\"}],\"reqid\":9,\"msg\":\"OK\",\"type\":\"RT\"}"))
                .isEqualTo(new Answer("RT", 9, null));
    }

    @Test
    void pushesAreDeliveredUnderTheCanonicalKey() throws Exception {
        assertThat(((Push) read("{\"tp\":\"D\",\"c\":\"HK:00700\"}")).key()).isEqualTo("HK:700");
        assertThat(QosChannels.DEPTHS.canonicalKey("HK:00700")).isEqualTo("HK:700");
        assertThatThrownBy(() -> QosChannels.DEPTHS.canonicalKey("700"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("700");
    }

    @Test
    void barsOfEachLengthHaveTheirOwnChannel() throws Exception {
        for (KLineType type : KLineType.values()) {
            if (type == KLineType.UNRECOGNIZED) {
                continue;
            }
            Push push = (Push) read("{\"tp\":\"K\",\"c\":\"US:AAPL\",\"ts\":60,\"kt\":" + type.wire() + "}");
            assertThat(push.channel()).isEqualTo(QosChannels.kLines(type));
            assertThat(push.channel().name()).contains(type.name());
            assertThat(identity(QosChannels.kLines(type), (KLine) push.data())).isEqualTo(Instant.ofEpochSecond(60));
        }
        assertThat(QosChannels.kLines(KLineType.DAY)).isNotEqualTo(QosChannels.kLines(KLineType.WEEK));
    }

    private static <T> Object identity(Channel<T> channel, T data) {
        return channel.identity(data);
    }

    @Test
    void barOfUnknownLengthIsSkippedAndReported() throws Exception {
        for (String kt : new String[] {"999", "null", "\"x\"", "1.5"}) {
            assertThat(read("{\"tp\":\"K\",\"c\":\"US:AAPL\",\"kt\":" + kt + "}"))
                    .isInstanceOf(Unknown.class);
        }
        assertThatThrownBy(() -> QosChannels.kLines(KLineType.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownEnumValueDoesNotDropThePush() throws Exception {
        Push push = (Push) read("{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":\"1\",\"d\":7}");
        assertThat(((Trade) push.data()).direction()).isEqualTo(TradeDirection.UNRECOGNIZED);
    }

    @Test
    void serverMessageIsUnchanged() throws Exception {
        assertThat(read("{\"type\":\"S\",\"msg\":\"Key expired.\",\"reqid\":9223372036854775807}"))
                .isEqualTo(new Answer("S", Long.MAX_VALUE, "Key expired."));
        assertThat(read("{\"type\":\"RT\",\"msg\":\"代码 \\\"x\\\" 不存在\"}"))
                .isEqualTo(new Answer("RT", 0, "代码 \"x\" 不存在"));
        assertThat(read("{\"type\":\"S\",\"msg\":\"ok\",\"reqid\":null}")).isEqualTo(new Answer("S", 0, "ok"));
        assertThat(read("{\"type\":\"S\",\"msg\":\"\",\"reqid\":\"12\"}")).isEqualTo(new Answer("S", 12, ""));
        assertThat(read("{\"msg\":\"Key expired.\",\"reqid\":3}")).isEqualTo(new Answer("", 3, "Key expired."));
    }

    @Test
    void frameOfUnknownTypeIsReported() throws Exception {
        assertThat(read("{\"tp\":\"Z\",\"c\":\"US:AAPL\"}")).isEqualTo(new Unknown("Z"));
        assertThat(read("{\"type\":\"Z\",\"msg\":\"OK\"}")).isEqualTo(new Unknown("Z"));
        assertThat(read("{\"msg\":\"Key expired.\"}")).isEqualTo(new Unknown("Key expired."));
        assertThat(read("{}")).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"S\"",
                "{",
                "{\"tp\":\"S\"}",
                "{\"tp\":\"S\",\"c\":\"US:AAPL\"",
                "{\"tp\":\"S\",\"c\":\"US:AAPL\"}}",
                "{\"tp\":\"S\",\"c\":\"US:AAPL\",\"lp\":\"abc\"}",
                "{\"tp\":{},\"c\":\"US:AAPL\"}",
                "{\"type\":\"S\",\"reqid\":1}",
                "{\"type\":\"S\",\"msg\":\"OK\",\"reqid\":9223372036854775808}",
                "{\"type\":\"S\",\"msg\":\"OK\"} x",
                "<html>"
            })
    void invalidFrameIsMalformed(String frame) {
        assertThatThrownBy(() -> read(frame)).isInstanceOf(MalformedFrameException.class);
    }

    static Stream<String> pushes() {
        return Stream.of("stream/push", "tolerated/stream/push").flatMap(Examples::under);
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void everyPushExampleIsRead(String path) throws Exception {
        String json = Examples.value(path);
        Heard heard = read(json);
        if (path.contains("unknown-type")) {
            assertThat(heard).isInstanceOf(Unknown.class);
            return;
        }
        Map<String, Object> wire = Examples.object(json);
        Push push = (Push) heard;
        String key = Document.message(Commands.operation(path)).at("x-push").text("key");
        assertThat(push.key()).isEqualTo(push.channel().canonicalKey(((String) Examples.member(wire, key)).strip()));
        String pushed = path.replaceAll(".*push|\\..*", "");
        assertThat(push.channel().name())
                .startsWith(pushed.substring(0, 1).toLowerCase(Locale.ROOT) + pushed.substring(1));
    }

    static Stream<String> answers() {
        return Examples.under("stream/").filter(path -> path.matches(".*(Ack|Reply)\\..*"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerExampleIsRead(String path) throws Exception {
        Map<String, Object> wire = Examples.object(Examples.value(path));
        long id = wire.containsKey("reqid") ? ((BigDecimal) Examples.member(wire, "reqid")).longValueExact() : 0;
        String refusal = "OK".equals(wire.get("msg")) ? null : (String) wire.get("msg");
        assertThat(read(Examples.value(path)))
                .isEqualTo(new Answer((String) Examples.member(wire, "type"), id, refusal));
    }
}
