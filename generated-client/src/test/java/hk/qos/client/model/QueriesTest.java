package hk.qos.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.api.CodesRequest;
import hk.qos.client.api.KLinesRequest;
import hk.qos.client.api.RegisterRequest;
import hk.qos.client.api.TradesRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

    @Test
    void queryStartsWithRequiredFieldsAndAddsOptions() {
        KLineQuery plain = KLineQuery.of(KLineType.DAY, 10, "SH:600519");
        KLineQuery adjusted = plain.adjustment(Adjustment.FORWARD);

        assertThat(plain.adjustment()).isEqualTo(Adjustment.NONE);
        assertThat(adjusted.adjustment()).isEqualTo(Adjustment.FORWARD);
        assertThat(adjusted.adjustment(Adjustment.NONE)).isEqualTo(plain);
    }

    @Test
    void omitsEndTimeUnlessGiven() {
        HistoryKLineQuery newest = HistoryKLineQuery.of(KLineType.WEEK, 5, List.of("HK:00700"));
        Instant end = Instant.ofEpochSecond(1_700_000_000);

        assertThat(newest.endTime()).isNull();
        assertThat(newest.codes()).containsExactly("HK:700");
        assertThat(newest.endTime(end).endTime()).isEqualTo(end);
    }

    /** On the wire these mean the latest bars, so that paging backwards would restart forever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1970-01-01T00:00:00.999Z",
                "1960-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void historyEndAtOrBeforeTheEpochIsRefused(Instant end) {
        HistoryKLineQuery query = HistoryKLineQuery.of(KLineType.DAY, 1, "US:AAPL");

        assertThatThrownBy(() -> query.endTime(end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endTime")
                .hasMessageContaining(end.toString())
                .hasMessageContaining("leave it out");
        assertThat(query.endTime(Instant.ofEpochSecond(1)).endTime()).isEqualTo(Instant.ofEpochSecond(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void countOutOfRangeIsNamed(int count) {
        assertThatThrownBy(() -> KLineQuery.of(KLineType.DAY, count, "US:AAPL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count")
                .hasMessageContaining("1 to 1000")
                .hasMessageContaining(Integer.toString(count));
    }

    @Test
    void invalidArgumentIsNamed() {
        assertThatThrownBy(() -> KLineQuery.of(KLineType.DAY, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codes must not be empty");
        assertThatThrownBy(() -> KLineQuery.of(KLineType.UNRECOGNIZED, 1, "US:AAPL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type")
                .hasMessageContaining("UNRECOGNIZED");
        assertThatThrownBy(
                        () -> TradesRequest.builder().codes("US:AAPL").count(51).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count must be 1 to 50: 51");
        assertThatThrownBy(() -> KLinesRequest.builder().queries(List.of()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("queries must not be empty");
        assertThatThrownBy(() -> RegisterRequest.builder().email(" ").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("email");
    }

    @Test
    void argumentWithInvalidCodeIsNamed() {
        assertThatThrownBy(() -> KLineQuery.of(KLineType.DAY, 1, "AAPL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codes must have the form MARKET:SYMBOL: \"AAPL\"");
        assertThatThrownBy(() -> CodesRequest.builder().codes("US:A B").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codes must have the form MARKET:SYMBOL: \"US:A B\"");
    }
}
