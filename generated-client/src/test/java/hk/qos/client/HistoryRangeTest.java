package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.qos.client.model.Adjustment;
import hk.qos.client.model.KLineType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of the history, and where a walk stopped. */
class HistoryRangeTest {
    private static final Instant FROM = Instant.parse("2025-01-02T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void rangeHasEachValue() {
        HistoryRange range = HistoryRange.of(KLineType.DAY, FROM, "HK:00700", "US:AAPL,TSLA")
                .to(TO)
                .adjustment(Adjustment.FORWARD)
                .oldestFirst();

        assertThat(range.type()).isEqualTo(KLineType.DAY);
        assertThat(range.codes()).containsExactly("HK:700", "US:AAPL", "US:TSLA");
        assertThat(range.from()).contains(FROM);
        assertThat(range.to()).contains(TO);
        assertThat(range.bars()).isEmpty();
        assertThat(range.adjustment()).isEqualTo(Adjustment.FORWARD);
        assertThat(range.isOldestFirst()).isTrue();
        assertThat(range)
                .isEqualTo(HistoryRange.of(KLineType.DAY, FROM, List.of("HK:700", "US:AAPL", "US:TSLA"))
                        .oldestFirst()
                        .adjustment(Adjustment.FORWARD)
                        .to(TO))
                .hasToString("HistoryRange[DAY, from 2025-01-02T00:00:00Z, to 2026-01-02T00:00:00Z, FORWARD, oldest"
                        + " first, [HK:700, US:AAPL, US:TSLA]]");
        assertThat(HistoryRange.of(KLineType.DAY, 5, "US:AAPL").bars()).hasValue(5);
        assertThat(HistoryRange.of(KLineType.DAY, 5, "US:AAPL").from()).isEmpty();
    }

    @Test
    void rangeRefusesWhatHasNoBars() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryRange.of(KLineType.DAY, 0, "US:AAPL"))
                .withMessage("bars must be 1 to 9223372036854775806: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HistoryRange.of(KLineType.DAY, FROM, "US:AAPL").to(FROM))
                .withMessage("to must be after from, which is 2025-01-02T00:00:00Z: 2025-01-02T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryRange.of(KLineType.DAY, 5, "US:AAPL").to(Instant.EPOCH))
                .withMessageContaining("to must not be before 1970-01-01T00:00:01Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryRange.of(KLineType.DAY, 5, "US:AAPL").to(Instant.MAX))
                .withMessageContaining("to must not be after 9999-12-31T23:59:59Z: " + Instant.MAX);
        assertThatIllegalArgumentException().isThrownBy(() -> HistoryRange.of(KLineType.DAY, FROM, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> HistoryRange.of(KLineType.UNRECOGNIZED, FROM, "US:A"));
    }

    @Test
    void pointIsReadAsItIsWritten() {
        HistoryPoint point =
                HistoryPoint.start().after("US:AAPL", TO).after("HK:700", FROM).after("US:AAPL", FROM);

        assertThat(point).hasToString("HK:700 2025-01-02T00:00:00Z 1,US:AAPL 2025-01-02T00:00:00Z 2");
        assertThat(HistoryPoint.parse(point.toString())).isEqualTo(point).hasSameHashCodeAs(point);
        assertThat(HistoryPoint.parse("")).isEqualTo(HistoryPoint.start());
        assertThat(point.last("HK:00700")).contains(FROM);
        assertThat(point.last("US:TSLA")).isEmpty();
        assertThat(point.bars("US:AAPL")).isEqualTo(2);
        assertThat(point.bars("US:TSLA")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US:AAPL",
                "US:AAPL 2025-01-02T00:00:00Z",
                "US:AAPL yesterday 1",
                "US:AAPL 2025-01-02T00:00:00Z 0",
                "AAPL 2025-01-02T00:00:00Z 1",
                ","
            })
    void otherTextsAreNoPoint(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryPoint.parse(text))
                .withMessageContaining("text must be the text of a HistoryPoint");
    }
}
