package hk.qos.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import hk.qos.client.json.HistoryQueryAdapter;
import hk.qos.client.json.KLineQueryAdapter;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.HistoryQuery;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.ws.spi.Command;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    void writesTheFramesOfTheDocumentation() {
        List<String> codes = List.of("US:AAPL", "HK:00700", "US:TSLA");
        assertThat(encoded(new SubscribeSnapshot(codes), 1))
                .isEqualTo("{\"type\":\"S\",\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"],\"reqid\":1}");
        assertThat(encoded(new UnsubscribeKline(codes, KLineType.DAY), 2))
                .isEqualTo("{\"type\":\"KC\",\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"],\"kt\":1001,\"reqid\":2}");
        assertThat(encoded(new RequestTrades(codes, 50), Long.MAX_VALUE))
                .isEqualTo(
                        "{\"type\":\"RT\",\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"],\"count\":50,\"reqid\":9223372036854775807}");
        assertThat(encoded(new Heartbeat(), 7)).isEqualTo("{\"type\":\"H\"}");
    }

    @Test
    void aQueryOfSeveralMarketsIsOneItemForEach() {
        KLineQuery query = KLineQuery.of(KLineType.DAY, 10, "SH:600519", "HK:700", "SH:600518");
        HistoryQuery past = HistoryQuery.of(KLineType.WEEK, 2, "US:AAPL")
                .adjustment(Adjustment.FORWARD)
                .endTime(Instant.ofEpochSecond(17));
        assertThat(encoded(new RequestKline(List.of(query)), 3))
                .isEqualTo(
                        "{\"type\":\"RK\",\"kline_reqs\":[{\"c\":\"SH:600519,600518\",\"co\":10,\"a\":0,\"kt\":1001},"
                                + "{\"c\":\"HK:700\",\"co\":10,\"a\":0,\"kt\":1001}],\"reqid\":3}");
        assertThat(encoded(new RequestHistoryKline(List.of(past)), 4))
                .isEqualTo(
                        "{\"type\":\"RH\",\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":2,\"a\":1,\"kt\":1007,\"e\":17}],\"reqid\":4}");
    }

    @Test
    void symbolsAreEscapedWhereJsonWantsIt() {
        String frame = encoded(new RequestDepth(List.of("US:A\"B\\")), 1);
        assertThat(Examples.object(frame).get("codes")).isEqualTo(List.of("US:A\"B\\"));
    }

    @Test
    void refusesInputByNameBeforeAnythingIsSent() {
        assertThatThrownBy(() -> new RequestTrades(List.of("US:AAPL"), 51))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count")
                .hasMessageContaining("51");
        assertThatThrownBy(() -> new SubscribeDepth(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codes");
        assertThatThrownBy(() -> new SubscribeTrades(List.of("AAPL")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AAPL");
        assertThatThrownBy(() -> new SubscribeKline(List.of("US:AAPL"), KLineType.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type");
    }

    static Stream<String> sent() {
        return Examples.under("stream/")
                .filter(path -> path.matches("stream/(heartbeat|subscribe|unsubscribe|request).*"))
                .filter(path -> !path.matches(".*(Ack|Reply)\\..*"));
    }

    /** An example without a correlation id differs from what is sent by that alone. */
    @ParameterizedTest
    @MethodSource("sent")
    void writesEveryExampleOfACommand(String path) throws Exception {
        Map<String, Object> wire = Examples.object(Examples.value(path));
        Command command = command(path, wire);
        long id = wire.containsKey("reqid") ? ((BigDecimal) Examples.member(wire, "reqid")).longValueExact() : 1;
        Map<String, Object> frame = Examples.object(encoded(command, id));
        if (!wire.containsKey("reqid")) {
            frame.remove("reqid");
        }
        wire.computeIfPresent("codes", (name, codes) -> InstrumentCodes.batch(Examples.texts(codes)));
        wire.computeIfPresent("kline_reqs", (name, queries) -> canonical((List<?>) queries));
        assertThat(frame).isEqualTo(wire);
        assertThat(command.type()).isEqualTo(Examples.member(wire, "type"));
    }

    /** An example may spell codes as it likes; the client sends one spelling. */
    private static List<Object> canonical(List<?> queries) {
        List<Object> canonical = new ArrayList<>();
        for (Object query : queries) {
            Map<String, Object> members = copied(query);
            members.computeIfPresent(
                    "c",
                    (name, code) ->
                            InstrumentCodes.batch(List.of((String) code)).get(0));
            canonical.add(members);
        }
        return canonical;
    }

    private static Map<String, Object> copied(Object object) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    private static Command command(String path, Map<String, Object> wire) throws Exception {
        List<String> codes = wire.containsKey("codes") ? Examples.texts(Examples.member(wire, "codes")) : List.of();
        return switch (path.replaceAll("stream/|\\..*", "")) {
            case "heartbeat" -> new Heartbeat();
            case "subscribeSnapshot" -> new SubscribeSnapshot(codes);
            case "unsubscribeSnapshot" -> new UnsubscribeSnapshot(codes);
            case "subscribeTrades" -> new SubscribeTrades(codes);
            case "unsubscribeTrades" -> new UnsubscribeTrades(codes);
            case "subscribeDepth" -> new SubscribeDepth(codes);
            case "unsubscribeDepth" -> new UnsubscribeDepth(codes);
            case "subscribeKline" -> new SubscribeKline(codes, type(wire));
            case "unsubscribeKline" -> new UnsubscribeKline(codes, type(wire));
            case "requestSnapshot" -> new RequestSnapshot(codes);
            case "requestTrades" ->
                new RequestTrades(codes, ((BigDecimal) Examples.member(wire, "count")).intValueExact());
            case "requestDepth" -> new RequestDepth(codes);
            case "requestInstrumentInfo" -> new RequestInstrumentInfo(codes);
            case "requestKline" -> new RequestKline(queries(path, KLineQueryAdapter.INSTANCE));
            case "requestHistoryKline" -> new RequestHistoryKline(queries(path, HistoryQueryAdapter.INSTANCE));
            default -> throw new AssertionError(path);
        };
    }

    private static KLineType type(Map<String, Object> wire) {
        return KLineType.fromWire(((BigDecimal) Examples.member(wire, "kt")).intValueExact());
    }

    private static <T> List<T> queries(String path, JsonAdapter<T> adapter) throws Exception {
        List<T> queries = new ArrayList<>();
        for (Object query : (List<?>) Examples.member(Examples.object(Examples.value(path)), "kline_reqs")) {
            queries.add(adapter.fromJsonValue(jsonValue(query)));
        }
        return queries;
    }

    /** Moshi wants numbers of its own kinds. */
    private static Object jsonValue(Object query) {
        Map<String, Object> members = copied(query);
        members.replaceAll(
                (name, value) -> value instanceof BigDecimal number ? (Object) number.longValueExact() : value);
        return members;
    }
}
