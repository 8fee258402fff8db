package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.stream.spi.Command;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

    private static String encoded(Command command, long id) {
        ByteBuf out = Unpooled.buffer();
        command.encode(id, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void framesEqualTheDocumentation() {
        String codes = "\"codes\":[\"US:AAPL\",\"HK:00700\",\"US:TSLA\"]";
        assertThat(encoded(Commands.of("subscribeSnapshots", "{" + codes + "}"), 1))
                .isEqualTo("{\"type\":\"S\",\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"],\"reqid\":1}");
        assertThat(encoded(Commands.of("unsubscribeKLines", "{" + codes + ",\"kt\":1001}"), 2))
                .isEqualTo("{\"type\":\"KC\",\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"],\"kt\":1001,\"reqid\":2}");
        assertThat(encoded(Commands.of("requestTrades", "{" + codes + ",\"count\":50}"), Long.MAX_VALUE))
                .isEqualTo(
                        "{\"type\":\"RT\",\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"],\"count\":50,\"reqid\":9223372036854775807}");
        assertThat(encoded(new Heartbeat(), 7)).isEqualTo("{\"type\":\"H\"}");
    }

    @Test
    void queryOfSeveralMarketsIsSplitByMarket() {
        KLineQuery query = KLineQuery.of(KLineType.DAY, 10, "SH:600519", "HK:700", "SH:600518");
        HistoryKLineQuery past = HistoryKLineQuery.of(KLineType.WEEK, 2, "US:AAPL")
                .adjustment(Adjustment.FORWARD)
                .endTime(Instant.ofEpochSecond(17));
        assertThat(encoded(new RequestKLines(List.of(query)), 3))
                .isEqualTo(
                        "{\"type\":\"RK\",\"kline_reqs\":[{\"c\":\"SH:600519,600518\",\"co\":10,\"a\":0,\"kt\":1001},"
                                + "{\"c\":\"HK:700\",\"co\":10,\"a\":0,\"kt\":1001}],\"reqid\":3}");
        assertThat(encoded(new RequestHistoryKLines(List.of(past)), 4))
                .isEqualTo(
                        "{\"type\":\"RH\",\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":2,\"a\":1,\"kt\":1007,\"e\":17}],\"reqid\":4}");
    }

    @Test
    void symbolsAreEscapedForJson() {
        String frame = encoded(Commands.of("requestDepths", "{\"codes\":[\"US:A\\\"B\\\\\"]}"), 1);
        assertThat(Examples.object(frame).get("codes")).isEqualTo(List.of("US:A\"B\\"));
    }

    @Test
    void invalidInputIsRefusedByNameBeforeSending() {
        assertThatThrownBy(() -> Commands.of("requestTrades", "{\"codes\":[\"US:AAPL\"],\"count\":51}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count")
                .hasMessageContaining("51");
        assertThatThrownBy(() -> Commands.of("subscribeDepths", "{\"codes\":[]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codes");
        assertThatThrownBy(() -> Commands.of("subscribeTrades", "{\"codes\":[\"AAPL\"]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AAPL");
        assertThatThrownBy(() -> Commands.of("subscribeKLines", "{\"codes\":[\"US:AAPL\"],\"kt\":-1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type");
    }

    static Stream<String> sent() {
        return Document.operations("send").stream().flatMap(name -> Examples.under("stream/" + name + "."));
    }

    /** An example without a correlation id differs from the sent frame only in the id. */
    @ParameterizedTest
    @MethodSource("sent")
    void writesEveryExampleOfACommand(String path) {
        Map<String, Object> wire = Examples.object(Examples.value(path));
        Command command = Commands.of(path);
        long id = wire.containsKey("reqid") ? ((BigDecimal) Examples.member(wire, "reqid")).longValueExact() : 1;
        Map<String, Object> frame = Examples.object(encoded(command, id));
        if (!wire.containsKey("reqid")) {
            frame.remove("reqid");
        }
        Document payload = Document.message(Commands.operation(path)).at("payload");
        assertThat(frame).isEqualTo(canonical(wire, payload));
        assertThat(command.type()).isEqualTo(Examples.member(wire, "type"));
    }

    @Test
    void everyCommandHasAnExample() {
        assertThat(Document.operations("send"))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(Commands.first(name)).isNotNull());
    }

    /** Examples may spell codes differently; the client sends the canonical spelling. */
    private static Object canonical(Object value, @Nullable Document schema) {
        if (schema == null) {
            return value;
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, Document> fields = schema.fields();
            Map<Object, Object> canonical = new LinkedHashMap<>();
            members.forEach((name, member) -> canonical.put(name, canonical(member, fields.get(name))));
            return canonical;
        }
        if (value instanceof List<?> list) {
            Document items = schema.items();
            return items != null && isCode(items)
                    ? CodeSpelling.batch(Examples.texts(list))
                    : list.stream().map(item -> canonical(item, items)).toList();
        }
        return isCode(schema) ? CodeSpelling.batch(List.of((String) value)).get(0) : value;
    }

    private static boolean isCode(Document schema) {
        return schema.text("format").startsWith("instrument-code");
    }
}
