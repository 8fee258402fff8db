package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.Results;
import hk.qos.client.Undecodable;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {
    private static final List<String> CODES = List.of("US:AAPL");
    private static final Request<Results<Snapshot>> SNAPSHOTS = Commands.request("requestSnapshots");

    private static <R> R decoded(Request<R> request, String frame) throws MalformedFrameException {
        ByteBuf bytes = Unpooled.directBuffer().writeBytes(JsonOutput.raw(frame));
        try {
            return request.decode(bytes);
        } finally {
            assertThat(bytes.refCnt()).isEqualTo(1);
            bytes.release();
        }
    }

    @Test
    void readsDataOfEachKind() throws Exception {
        List<Trade> trades = decoded(
                Commands.<Results<Trade>>request("requestTrades"),
                "{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":1,\"data\":[{\"c\":\"HK:00700\",\"p\":1.50,\"v\":\"2\",\"ts\":17,\"d\":1}]}");
        assertThat(trades).singleElement().satisfies(trade -> {
            assertThat(trade.code()).isEqualTo("HK:700");
            assertThat(trade.price()).isEqualTo(new BigDecimal("1.50"));
        });
        List<Depth> books = decoded(
                Commands.<Results<Depth>>request("requestDepths"),
                "{\"data\":[{\"c\":\"US:AAPL\",\"a\":[{\"p\":\"1\",\"v\":\"0\"}]}],\"msg\":\"OK\"}");
        assertThat(books.get(0).asks()).hasSize(1);
        assertThat(books.get(0).bids()).isEmpty();
        assertThat(decoded(new Heartbeat(), "{\"type\":\"H\",\"msg\":\"OK\",\"time\":17}"))
                .isEqualTo(Instant.ofEpochSecond(17));
        assertThat(decoded(SNAPSHOTS, "{\"type\":\"RS\",\"msg\":\"OK\",\"data\":[]}"))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{}}", "{\"data\":[", "", "[]", "null", "{\"data\":\"x\"}"})
    void answerWithoutRequiredDataIsMalformed(String frame) {
        assertThatThrownBy(() -> decoded(SNAPSHOTS, frame))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("RS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"RS\",\"msg\":\"OK\"}",
                "{\"type\":\"RS\",\"msg\":\"OK\",\"data\":null}",
                "\ufeff{\"type\":\"RS\",\"msg\":\"OK\",\"data\":[null]}"
            })
    void noDataIsAnEmptyList(String frame) throws Exception {
        assertThat(decoded(SNAPSHOTS, frame)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "7",
                "[[{}]]",
                "{\"lp\":\"1\"}",
                "{\"c\":\"US:AAPL\",\"lp\":\"x\",\"aq\":{\"lp\":\"1\"},\"v\":\"2\"}",
                "{\"c\":\"US:AAPL\",\"aq\":{\"lp\":{\"a\":[1,{}]},\"h\":\"1\"},\"v\":\"2\"}",
                "{\"c\":\"US:AAPL\",\"ts\":99999999999999999}"
            })
    void undecodableElementIsOmittedAndReported(String element) throws Exception {
        Results<Snapshot> answer = decoded(
                SNAPSHOTS,
                "{\"data\":[{\"c\":\"US:TSLA\"}," + element + ",{\"c\":\"HK:700\",\"lp\":NaN}],\"msg\":\"OK\"}");

        assertThat(answer).extracting(Snapshot::code).containsExactly("US:TSLA", "HK:700");
        assertThat(answer.undecodable())
                .singleElement()
                .satisfies(leftOut -> assertThat(leftOut.path()).isEqualTo("$.data[1]"))
                .satisfies(leftOut -> assertThat(leftOut.reason()).contains("$.data[1]"));
    }

    @Test
    void recoveryFailsIfAnswerElementsAreUndecodable() throws Exception {
        String whole = "{\"c\":\"US:AAPL\",\"p\":\"1\",\"v\":\"2\",\"ts\":1700000000,\"d\":1}";
        var recovery = new TradesRecovery().request(CODES);

        assertThat(decoded(recovery, "{\"data\":[" + whole + "]}")).containsOnlyKeys("US:AAPL");
        assertThatThrownBy(
                        () -> decoded(recovery, "{\"data\":[" + whole + "," + whole.replace("\"1\"", "\"x\"") + "]}"))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("$.data[1]");
    }

    @Test
    void answerWithTooManyUndecodableElementsFails() throws Exception {
        assertThat(decoded(SNAPSHOTS, "{\"data\":[" + "{},".repeat(100) + "null]}")
                        .undecodable())
                .hasSize(100);
        assertThatThrownBy(() -> decoded(SNAPSHOTS, "{\"data\":[" + "{},".repeat(101) + "null]}"))
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void undecodableBarIsOmittedFromSeriesAndUndecodableLevelOmitsBook() throws Exception {
        Results<KLineSeries> series = decoded(
                Commands.<Results<KLineSeries>>request("requestKLines"),
                "{\"data\":[{\"c\":\"US:AAPL\",\"k\":[{\"c\":\"US:AAPL\",\"o\":\"x\"},{\"c\":\"US:AAPL\",\"o\":\"1\"}]}]}");
        assertThat(series.get(0).kLines()).hasSize(1);
        assertThat(series.undecodable()).extracting(Undecodable::path).containsExactly("$.data[0].k[0]");

        Results<Depth> books = decoded(
                Commands.<Results<Depth>>request("requestDepths"),
                "{\"data\":[{\"c\":\"US:AAPL\",\"b\":[{\"p\":\"1\"},{\"p\":\"x\"}]},{\"c\":\"US:TSLA\"}]}");
        assertThat(books).extracting(Depth::code).containsExactly("US:TSLA");
        assertThat(books.undecodable()).extracting(Undecodable::path).containsExactly("$.data[0]");
    }

    @Test
    void heartbeatWithoutTimeIsMalformed() {
        for (String frame :
                new String[] {"{\"type\":\"H\",\"msg\":\"OK\"}", "{\"time\":\"x\"}", "[", "{\"time\":null}"}) {
            assertThatThrownBy(() -> decoded(new Heartbeat(), frame)).isInstanceOf(MalformedFrameException.class);
        }
    }

    static Stream<String> replies() {
        return Stream.of("stream/", "tolerated/stream/")
                .flatMap(Examples::under)
                .filter(path -> path.contains("Reply.") && !path.contains("refused"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyExampleIsRead(String path) throws Exception {
        String frame = Examples.value(path);
        Request<?> request = (Request<?>) Commands.first(Commands.operation(path));
        Object data = Examples.member(Examples.object(frame), "data");
        assertThat(size(decoded(request, frame))).isEqualTo(size(data));
    }

    /** The number of elements; of an answer with fields beside its data, those of the data. */
    private static int size(Object data) throws ReflectiveOperationException {
        if (data instanceof Record && data.getClass().getSimpleName().endsWith("Answer")) {
            return size(data.getClass().getMethod("data").invoke(data));
        }
        if (data instanceof Map<?, ?> map) {
            return map.size();
        }
        return data instanceof List<?> list ? list.size() : 1;
    }

    @Test
    void pushAndReplyDecodeToEqualRecords() throws Exception {
        String snapshot = "\"c\":\"CF:BTCUSDT\",\"lp\":\"83514.20\",\"ts\":17,\"v\":\"152340.117\",\"s\":0";
        RecordingSink.Push push =
                (RecordingSink.Push) RecordingSink.read(new QosDialect(), "{\"tp\":\"S\"," + snapshot + "}");
        List<Snapshot> reply = decoded(SNAPSHOTS, "{\"data\":[{" + snapshot + "}]}");
        assertThat(reply).containsExactly((Snapshot) push.data());
        String bar = "\"c\":\"CF:BTCUSDT\",\"o\":\"1.0\",\"ts\":17,\"kt\":1";
        RecordingSink.Push second =
                (RecordingSink.Push) RecordingSink.read(new QosDialect(), "{\"tp\":\"K\"," + bar + "}");
        List<KLineSeries> series = decoded(
                Commands.<Results<KLineSeries>>request("requestKLines"),
                "{\"data\":[{\"c\":\"CF:BTCUSDT\",\"k\":[{" + bar + "}]}]}");
        assertThat(series.get(0).kLines()).containsExactly((KLine) second.data());
    }
}
