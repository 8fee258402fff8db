package hk.qos.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedValuesTest {

    @ParameterizedTest
    @CsvSource({
        "187.55, 180.00, 7.55, 4.1944",
        "521.5, 521, 0.5, 0.0960",
        "99, 100, -1, -1.0000",
        "100, 100.00, 0.00, 0.0000",
        "2, 3, -1, -33.3333",
        "3.00005, 3, 0.00005, 0.0017",
        "-10, -20, 10, -50.0000"
    })
    void changeIsComputedFromThePreviousClose(
            BigDecimal last, BigDecimal close, BigDecimal change, BigDecimal percent) {
        Snapshot snapshot = Snapshot.builder()
                .code("HK:700")
                .lastPrice(last)
                .previousClose(close)
                .build();
        assertThat(snapshot.change()).isEqualTo(change);
        assertThat(snapshot.changePercent()).isEqualTo(percent);
        SessionQuote quote =
                SessionQuote.builder().lastPrice(last).previousClose(close).build();
        assertThat(quote.change()).isEqualTo(change);
        assertThat(quote.changePercent()).isEqualTo(percent);
    }

    /** Crypto has no previous close, and a price of zero is none. */
    @Test
    void changeIsNullIfAPriceIsAbsentOrZero() {
        Snapshot.Builder crypto = Snapshot.builder().code("CF:BTCUSDT").lastPrice(new BigDecimal("83538.00"));
        assertThat(crypto.build().change()).isNull();
        assertThat(crypto.build().changePercent()).isNull();
        assertThat(crypto.previousClose(new BigDecimal("0.00")).build().change())
                .isNull();
        assertThat(crypto.build().changePercent()).isNull();
        Snapshot untraded = Snapshot.builder()
                .code("HK:700")
                .lastPrice(BigDecimal.ZERO)
                .previousClose(BigDecimal.TEN)
                .build();
        assertThat(untraded.change()).isNull();
        assertThat(untraded.changePercent()).isNull();
    }

    @Test
    void midAndSpreadAreComputedFromTheBestLevels() {
        Depth depth = book(List.of(level("521.0"), level("520.5")), List.of(level("521.5"), level("522.0")));
        assertThat(depth.mid()).isEqualTo("521.25");
        assertThat(depth.spread()).isEqualTo("0.5");
        assertThat(book(List.of(level("100")), List.of(level("99"))).spread())
                .as("crossed")
                .isEqualTo("-1");
        assertThat(book(List.of(level("1.00")), List.of(level("1.00"))).mid()).isEqualTo("1.00");
    }

    @Test
    void midAndSpreadAreNullIfASideIsMissing() {
        for (Depth depth : List.of(
                book(List.of(), List.of(level("1"))),
                book(List.of(level("1")), List.of()),
                book(List.of(level(null)), List.of(level("1"))),
                book(List.of(level("1")), List.of(level("0"))))) {
            assertThat(depth.mid()).isNull();
            assertThat(depth.spread()).isNull();
        }
    }

    private static Level level(@Nullable String price) {
        Level.Builder level = Level.builder();
        return price == null
                ? level.build()
                : level.price(new BigDecimal(price)).build();
    }

    private static Depth book(List<Level> bids, List<Level> asks) {
        return Depth.builder().code("HK:700").bids(bids).asks(asks).build();
    }
}
