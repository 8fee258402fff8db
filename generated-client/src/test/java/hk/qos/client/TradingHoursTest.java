package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.qos.client.model.DayLength;
import hk.qos.client.model.Market;
import hk.qos.client.model.Session;
import hk.qos.client.model.TradingDay;
import hk.qos.stream.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHoursTest {
    private static TradingDay day(String date, DayLength length) {
        return TradingDay.builder().date(LocalDate.parse(date)).length(length).build();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    /** In New York; a night session belongs to the next day, so that none begins on a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T03:49:59-05:00, NIGHT, false",
        "2026-03-04T03:50:00-05:00, , false",
        "2026-03-04T04:00:00-05:00, PRE_MARKET, false",
        "2026-03-04T09:29:59-05:00, PRE_MARKET, false",
        "2026-03-04T09:30:00-05:00, REGULAR, true",
        "2026-03-04T15:59:59-05:00, REGULAR, true",
        "2026-03-04T16:00:00-05:00, AFTER_HOURS, false",
        "2026-03-04T20:00:00-05:00, NIGHT, false",
        "2026-03-05T00:00:00-05:00, NIGHT, false",
        "2026-03-06T20:00:00-05:00, , false",
        "2026-03-07T12:00:00-05:00, , false",
        "2026-03-08T19:59:59-04:00, , false",
        "2026-03-08T20:00:00-04:00, NIGHT, false",
        "2026-03-09T09:30:00-04:00, REGULAR, true"
    })
    void unitedStatesHaveFourSessions(String moment, @Nullable Session session, boolean open) {
        TradingHours us = TradingHours.of(Market.US);
        Instant at = OffsetDateTime.parse(moment).toInstant();
        assertThat(us.session(at)).isEqualTo(session);
        assertThat(us.isOpen(at)).isEqualTo(open);
        assertThat(us.withExtendedSessions().isOpen(at)).isEqualTo(session != null);
    }

    /** Clocks change on 2026-03-08 and 2026-11-01 in New York. */
    @ParameterizedTest
    @CsvSource({
        "US, 2026-03-06T12:00:00Z, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z",
        "US, 2026-03-06T21:00:00Z, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z",
        "US, 2026-10-30T20:00:00Z, 2026-11-02T14:30:00Z, 2026-11-02T21:00:00Z",
        "HK, 2026-11-30T01:29:59Z, 2026-11-30T01:30:00Z, 2026-11-30T04:00:00Z",
        "HK, 2026-11-30T01:30:00Z, 2026-11-30T05:00:00Z, 2026-11-30T04:00:00Z",
        "HK, 2026-11-30T04:00:00Z, 2026-11-30T05:00:00Z, 2026-11-30T08:00:00Z",
        "HK, 2026-11-27T08:00:00Z, 2026-11-30T01:30:00Z, 2026-11-30T04:00:00Z",
        "SH, 2026-11-30T03:30:00Z, 2026-11-30T05:00:00Z, 2026-11-30T07:00:00Z",
        "SZ, 2026-11-30T07:00:00Z, 2026-12-01T01:30:00Z, 2026-12-01T03:30:00Z",
        "FX, 2026-07-11T00:00:00Z, 2026-07-12T21:00:00Z, 2026-07-17T21:00:00Z",
        "FX, 2026-12-12T00:00:00Z, 2026-12-13T22:00:00Z, 2026-12-18T22:00:00Z",
        "FX, 2026-03-06T21:59:59Z, 2026-03-08T21:00:00Z, 2026-03-06T22:00:00Z",
        "CM, 2026-10-30T21:00:00Z, 2026-11-01T22:00:00Z, 2026-11-06T22:00:00Z",
        "CF, 2026-11-30T00:00:00Z, , "
    })
    void nextOpeningAndCloseFollowTheClockOfTheMarket(
            Market market, String moment, @Nullable String opening, @Nullable String close) {
        TradingHours hours = TradingHours.of(market);
        assertThat(hours.nextOpen(Instant.parse(moment))).isEqualTo(instant(opening));
        assertThat(hours.nextClose(Instant.parse(moment))).isEqualTo(instant(close));
    }

    /** The week from Monday to Saturday 05:00, in winter 06:00, in UTC+8. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-13T04:59:59+08:00, false",
        "2026-07-13T05:00:00+08:00, true",
        "2026-07-15T23:00:00+08:00, true",
        "2026-07-18T04:59:59+08:00, true",
        "2026-07-18T05:00:00+08:00, false",
        "2026-12-14T05:59:59+08:00, false",
        "2026-12-14T06:00:00+08:00, true",
        "2026-12-19T05:59:59+08:00, true",
        "2026-12-19T06:00:00+08:00, false",
        "2026-12-20T12:00:00+08:00, false"
    })
    void currenciesAndCommoditiesAreOpenAllWeek(String moment, boolean open) {
        Instant at = OffsetDateTime.parse(moment).toInstant();
        for (Market market : List.of(Market.FX, Market.CM)) {
            TradingHours hours = TradingHours.of(market);
            assertThat(hours.isOpen(at)).isEqualTo(open);
            assertThat(hours.session(at)).isEqualTo(open ? Session.REGULAR : null);
        }
    }

    @Test
    void cryptoNeverCloses() {
        TradingHours crypto = TradingHours.of(Market.CF);
        assertThat(crypto.isOpen(Instant.parse("2026-12-25T00:00:00Z"))).isTrue();
        assertThat(crypto.session(Instant.EPOCH)).isEqualTo(Session.REGULAR);
        assertThat(crypto.isTradingDay(LocalDate.of(2026, 12, 26))).isTrue();
        assertThat(crypto.tradingDate(Instant.parse("2026-11-29T16:00:00Z"))).isEqualTo("2026-11-29");
    }

    @Test
    void adjoiningExtendedSessionsAreJoined() {
        TradingHours us = TradingHours.of(Market.US).withExtendedSessions();
        Instant noon = Instant.parse("2026-11-30T17:00:00Z");
        assertThat(us.nextClose(noon)).isEqualTo("2026-12-01T08:50:00Z");
        assertThat(us.nextOpen(noon)).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(us.nextClose(Instant.parse("2026-11-27T17:00:00Z"))).isEqualTo("2026-11-28T01:00:00Z");
        assertThat(us.nextOpen(Instant.parse("2026-11-28T01:00:00Z"))).isEqualTo("2026-11-30T01:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "HK, 2026-11-29T16:00:00Z, 2026-11-30",
        "HK, 2026-11-30T15:59:59Z, 2026-11-30",
        "SZ, 2026-11-30T16:00:00Z, 2026-12-01",
        "US, 2026-11-30T05:00:00Z, 2026-11-30",
        "US, 2026-11-30T00:59:59Z, 2026-11-29",
        "US, 2026-11-30T01:00:00Z, 2026-11-30",
        "US, 2026-12-01T01:00:00Z, 2026-12-01",
        "US, 2026-12-01T00:59:59Z, 2026-11-30",
        "FX, 2026-11-29T22:00:00Z, 2026-11-30",
        "FX, 2026-12-04T21:00:00Z, 2026-12-05"
    })
    void barHasItsTradingDate(Market market, String start, LocalDate date) {
        assertThat(TradingHours.of(market).tradingDate(Instant.parse(start))).isEqualTo(date);
    }

    /** Thanksgiving and the day after it. */
    @Test
    void calendarDefinesHolidaysAndHalfDays() {
        TradingHours us = TradingHours.of(Market.US)
                .withCalendar(List.of(
                        day("2026-11-25", DayLength.FULL),
                        day("2026-11-27", DayLength.HALF),
                        day("2026-11-30", DayLength.FULL)));

        assertThat(us.isTradingDay(LocalDate.of(2026, 11, 26))).isFalse();
        assertThat(us.isTradingDay(LocalDate.of(2026, 11, 27))).isTrue();
        assertThat(us.isTradingDay(LocalDate.of(2026, 11, 28))).isFalse();
        assertThat(us.isTradingDay(LocalDate.of(2026, 12, 25)))
                .as("beyond the calendar")
                .isTrue();
        Instant thanksgiving = Instant.parse("2026-11-26T17:00:00Z");
        assertThat(us.isOpen(thanksgiving)).isFalse();
        assertThat(TradingHours.of(Market.US).isOpen(thanksgiving)).isTrue();
        assertThat(us.nextOpen(thanksgiving)).isEqualTo("2026-11-27T14:30:00Z");
        assertThat(us.nextClose(thanksgiving)).isEqualTo("2026-11-27T18:00:00Z");
        assertThat(us.session(Instant.parse("2026-11-27T18:00:00Z"))).isEqualTo(Session.AFTER_HOURS);
        assertThat(us.session(Instant.parse("2026-11-27T22:00:00Z"))).isNull();
        assertThat(us.session(Instant.parse("2026-11-26T02:00:00Z")))
                .as("the eve of a holiday")
                .isNull();
        assertThat(us.session(Instant.parse("2026-11-27T02:00:00Z"))).isEqualTo(Session.NIGHT);
        assertThat(us.tradingDate(Instant.parse("2026-11-27T02:00:00Z"))).isEqualTo("2026-11-27");
    }

    @Test
    void halfDayOfHongKongEndsAtNoon() {
        TradingHours hk = TradingHours.of(Market.HK).withCalendar(List.of(day("2026-12-24", DayLength.HALF)));
        assertThat(hk.isOpen(Instant.parse("2026-12-24T03:59:59Z"))).isTrue();
        assertThat(hk.nextOpen(Instant.parse("2026-12-24T04:00:00Z"))).isEqualTo("2026-12-25T01:30:00Z");
    }

    @Test
    void unrecognizedLengthIsAFullDay() {
        TradingHours hk = TradingHours.of(Market.HK).withCalendar(List.of(day("2026-12-24", DayLength.UNRECOGNIZED)));
        assertThat(hk.isOpen(Instant.parse("2026-12-24T06:00:00Z"))).isTrue();
    }

    @Test
    void calendarIsIgnoredForMarketsOpenAllWeek() {
        TradingHours fx = TradingHours.of(Market.FX)
                .withCalendar(List.of(day("2026-11-02", DayLength.FULL), day("2026-11-30", DayLength.FULL)));
        assertThat(fx.isOpen(Instant.parse("2026-11-10T12:00:00Z"))).isTrue();
        assertThat(fx.isTradingDay(LocalDate.of(2026, 11, 14)))
                .as("Saturday until 06:00")
                .isTrue();
        assertThat(fx.isTradingDay(LocalDate.of(2026, 11, 15))).isFalse();
    }

    @Test
    void marketWithoutKnownHoursIsRefused() {
        assertThat(TradingHours.markets()).doesNotContain(Market.IX, Market.SI, Market.UNRECOGNIZED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingHours.of(Market.IX))
                .withMessageStartingWith("market must be one whose hours are known, of [US, ")
                .withMessageEndingWith(": IX");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingHours.ofCode("IX:HK50"))
                .withMessageEndingWith(": \"IX:HK50\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingHours.ofCode("700.HK"))
                .withMessageContaining("HK:700");
        assertThat(TradingHours.ofCode("HK:00700").market()).isEqualTo(Market.HK);
        assertThat(TradingHours.of(Market.HK).zone()).isEqualTo(ZoneId.of("Asia/Hong_Kong"));
    }

    /** At an opening the last push is hours old, so that a push is overdue only when the market has been open for some time. */
    @Test
    void pushesAreExpectedOnceTheMarketHasBeenOpenForTheGivenTime() {
        Instant opening = Instant.parse("2026-11-30T01:30:00Z");
        assertThat(expected(opening.plusSeconds(299), Map.of()).test(new Topic("trades", "HK:700")))
                .isFalse();
        assertThat(expected(opening.plusSeconds(300), Map.of()).test(new Topic("trades", "HK:700")))
                .isTrue();
        Predicate<Topic> inTheLunchBreak = expected(Instant.parse("2026-11-30T04:30:00Z"), Map.of());
        assertThat(inTheLunchBreak.test(new Topic("trades", "HK:700"))).isFalse();
        assertThat(inTheLunchBreak.test(new Topic("trades", "CF:BTCUSDT"))).isTrue();
        assertThat(inTheLunchBreak.test(new Topic("trades", "US:AAPL")))
                .as("pre-market and after-hours")
                .isFalse();
        assertThat(inTheLunchBreak.test(new Topic("trades", "IX:HK50")))
                .as("hours not known")
                .isTrue();
        assertThat(inTheLunchBreak.test(new Topic("trades", "XX:1")))
                .as("market not known")
                .isTrue();

        Map<Market, List<TradingDay>> calendar =
                Map.of(Market.HK, List.of(day("2026-11-27", DayLength.FULL), day("2026-12-01", DayLength.FULL)));
        assertThat(expected(opening.plusSeconds(3600), calendar).test(new Topic("trades", "HK:700")))
                .isFalse();
        assertThat(TradingHours.openFor(Duration.ZERO).test(new Topic("trades", "CF:BTCUSDT")))
                .isTrue();
    }

    private static Predicate<Topic> expected(Instant now, Map<Market, List<TradingDay>> calendars) {
        return TradingHours.openFor(Duration.ofMinutes(5), calendars, InstantSource.fixed(now));
    }
}
