package hk.qos.client;

import hk.qos.client.internal.hours.MarketHours;
import hk.qos.client.internal.hours.TradingPeriod;
import hk.qos.client.internal.hours.TradingRules;
import hk.qos.client.model.DayLength;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.Market;
import hk.qos.client.model.Session;
import hk.qos.client.model.TradingDay;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a market trades: its time zone and sessions, with summer time. Holidays and half days are known from a calendar of
 * {@link QosHttp#marketCalendar}, within its dates; without it, and outside of them, every weekday is a full trading day.
 * Immutable.
 *
 * <p>A market is open during its regular session; {@link #withExtendedSessions} counts the night, pre-market and after-hours
 * sessions of the United States too. It is closed in a lunch break.
 */
public final class TradingHours {
    /** A week may begin so long before a moment in it. */
    private static final int DAYS_BACK = 8;

    /** No market is closed for longer. */
    private static final int DAYS_AHEAD = 400;

    private final Market market;
    private final TradingRules rules;
    private final NavigableMap<LocalDate, DayLength> calendar;
    private final boolean extended;

    private TradingHours(
            Market market, TradingRules rules, NavigableMap<LocalDate, DayLength> calendar, boolean extended) {
        this.market = market;
        this.rules = rules;
        this.calendar = calendar;
        this.extended = extended;
    }

    /**
     * Returns the hours of a market.
     *
     * @throws IllegalArgumentException if {@code market} is null, or not one of {@link #markets}
     */
    public static TradingHours of(Market market) {
        TradingRules rules = MarketHours.rules().get(Checks.required("market", market));
        if (rules == null) {
            throw new IllegalArgumentException(
                    "market must be one whose hours are known, of " + markets() + ": " + market);
        }
        return new TradingHours(market, rules, new TreeMap<>(), false);
    }

    /**
     * Returns the hours of an instrument's market.
     *
     * @throws IllegalArgumentException if {@code code} is null or not {@code MARKET:SYMBOL}, or its market is not one of
     *     {@link #markets}
     */
    public static TradingHours ofCode(String code) {
        Market market = InstrumentCodes.market(InstrumentCodes.canonical(code));
        if (market == null || !MarketHours.rules().containsKey(market)) {
            throw new IllegalArgumentException(
                    "code must be of a market whose hours are known, of " + markets() + ": " + Checks.quoted(code));
        }
        return of(market);
    }

    /** Returns the markets whose hours are known. Each index has hours of its own, so that indices are not among them. */
    public static Set<Market> markets() {
        Set<Market> markets = EnumSet.noneOf(Market.class);
        markets.addAll(MarketHours.rules().keySet());
        return Collections.unmodifiableSet(markets);
    }

    /** Like {@link #openFor(Duration, Map)}, without calendars. */
    public static Predicate<Topic> openFor(Duration time) {
        return openFor(time, Map.of());
    }

    /**
     * Returns whether the market of a topic has been open for some time, for {@link hk.qos.stream.Staleness#withExpected}
     * with the time of {@link hk.qos.stream.Staleness#after}: after an opening, the last push is hours old. It is always
     * true for markets whose hours are not known, and never for a session that is not longer than {@code time}: Shanghai
     * has one of two hours. Thread-safe.
     *
     * @param calendars the answer of {@link QosHttp#marketCalendar}; a market may be missing
     * @throws IllegalArgumentException if an argument is null or {@code time} is negative
     */
    public static Predicate<Topic> openFor(Duration time, Map<Market, List<TradingDay>> calendars) {
        return openFor(time, calendars, InstantSource.system());
    }

    static Predicate<Topic> openFor(Duration time, Map<Market, List<TradingDay>> calendars, InstantSource clock) {
        Checks.notNegative("time", time);
        Map<Market, TradingHours> hours = new EnumMap<>(Market.class);
        markets().forEach(market -> hours.put(market, of(market)));
        Checks.<Market, List<TradingDay>>entries("calendars", calendars)
                .forEach((market, days) -> hours.computeIfPresent(market, (known, plain) -> plain.withCalendar(days)));
        return topic -> {
            Market market = InstrumentCodes.market(topic.key());
            TradingHours known = market == null ? null : hours.get(market);
            return known == null || known.isOpenSince(clock.instant(), time);
        };
    }

    /**
     * Returns a copy with the holidays and half days of a calendar, such as the market's entry in the answer of
     * {@link QosHttp#marketCalendar}. It replaces an earlier calendar. Between its first and its last date, the market trades
     * on its dates only. It says nothing about markets that trade all the week.
     *
     * @throws IllegalArgumentException if {@code days} or an item is null
     */
    public TradingHours withCalendar(Collection<TradingDay> days) {
        NavigableMap<LocalDate, DayLength> dates = new TreeMap<>();
        Checks.<TradingDay>items("days", days).forEach(day -> dates.put(day.date(), day.length()));
        return new TradingHours(market, rules, dates, extended);
    }

    /** Returns a copy that counts the sessions before and after the regular one as open too. */
    public TradingHours withExtendedSessions() {
        return new TradingHours(market, rules, calendar, true);
    }

    /** Returns the market. */
    public Market market() {
        return market;
    }

    /** Returns the zone in which the dates of the market are. Bars of a day begin at midnight there. */
    public ZoneId zone() {
        return rules.zone();
    }

    /**
     * Whether the market is open at a moment.
     *
     * @throws IllegalArgumentException if {@code moment} is null
     */
    public boolean isOpen(Instant moment) {
        return isOpenSince(Checks.required("moment", moment), Duration.ZERO);
    }

    private boolean isOpenSince(Instant moment, Duration time) {
        return rules.isAlways()
                || stretches(moment).stream()
                        .anyMatch(stretch -> stretch.has(moment)
                                && !stretch.open().plus(time).isAfter(moment));
    }

    /**
     * Returns the session that a moment is in, whether or not {@link #withExtendedSessions} was called; null if there is
     * none.
     *
     * @throws IllegalArgumentException if {@code moment} is null
     */
    public @Nullable Session session(Instant moment) {
        Checks.required("moment", moment);
        TradingPeriod period = period(moment);
        return period != null ? period.session() : rules.isAlways() ? Session.REGULAR : null;
    }

    /**
     * Returns the first opening after a moment, the end of a lunch break for example; null if the market never closes.
     *
     * @throws IllegalArgumentException if {@code moment} is null
     */
    public @Nullable Instant nextOpen(Instant moment) {
        Checks.required("moment", moment);
        return stretches(moment).stream()
                .map(TradingPeriod::open)
                .filter(open -> open.isAfter(moment))
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the first close after a moment, the beginning of a lunch break for example; null if the market never closes.
     * If the market is closed, it is the close after the next opening.
     *
     * @throws IllegalArgumentException if {@code moment} is null
     */
    public @Nullable Instant nextClose(Instant moment) {
        Checks.required("moment", moment);
        return stretches(moment).stream()
                .map(TradingPeriod::close)
                .filter(close -> close.isAfter(moment))
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the trading day that a moment belongs to, such as the {@linkplain hk.qos.client.model.KLine#time() start} of a
     * bar: the night session of the United States from Sunday 20:00 belongs to Monday. Outside of sessions, it is the date
     * in {@link #zone}.
     *
     * @throws IllegalArgumentException if {@code moment} is null
     */
    public LocalDate tradingDate(Instant moment) {
        Checks.required("moment", moment);
        TradingPeriod period = rules.hasSessions() ? period(moment) : null;
        return period != null ? period.day() : moment.atZone(rules.zone()).toLocalDate();
    }

    /**
     * Whether the market trades on a date, for the whole day or a half. For markets that trade all the week, whether a part
     * of the date is in it.
     *
     * @throws IllegalArgumentException if {@code date} is null
     */
    public boolean isTradingDay(LocalDate date) {
        Checks.required("date", date);
        if (rules.hasSessions()) {
            return trades(date);
        }
        Instant start = date.atStartOfDay(rules.zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(rules.zone()).toInstant();
        return rules.isAlways()
                || stretches(start).stream()
                        .anyMatch(stretch ->
                                stretch.open().isBefore(end) && stretch.close().isAfter(start));
    }

    private boolean trades(LocalDate day) {
        return isInCalendar(day) ? calendar.containsKey(day) : rules.tradesOn(day);
    }

    private boolean isInCalendar(LocalDate day) {
        return !calendar.isEmpty() && !day.isBefore(calendar.firstKey()) && !day.isAfter(calendar.lastKey());
    }

    private List<TradingPeriod> periods(LocalDate day) {
        boolean traded = !rules.hasSessions() || trades(day);
        return traded ? rules.periods(day, calendar.get(day) == DayLength.HALF) : List.of();
    }

    private @Nullable TradingPeriod period(Instant moment) {
        LocalDate today = moment.atZone(rules.zone()).toLocalDate();
        for (LocalDate day = today.minusDays(DAYS_BACK); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            for (TradingPeriod period : periods(day)) {
                if (period.has(moment)) {
                    return period;
                }
            }
        }
        return null;
    }

    /**
     * The times that count as open, joined where one begins as another ends: those around a moment, the one at or before it
     * included, and at least one that begins after it.
     */
    private List<TradingPeriod> stretches(Instant moment) {
        List<TradingPeriod> stretches = new ArrayList<>();
        LocalDate today = moment.atZone(rules.zone()).toLocalDate();
        for (LocalDate day = today.minusDays(DAYS_BACK);
                day.isBefore(today.plusDays(DAYS_AHEAD));
                day = day.plusDays(1)) {
            for (TradingPeriod period : periods(day)) {
                if (extended || period.session() == Session.REGULAR) {
                    join(stretches, period);
                }
            }
            int last = stretches.size() - 1;
            if (last > 0 && stretches.get(last - 1).open().isAfter(moment)) {
                break;
            }
        }
        return stretches;
    }

    private static void join(List<TradingPeriod> stretches, TradingPeriod period) {
        int last = stretches.size() - 1;
        TradingPeriod before = last < 0 ? null : stretches.get(last);
        if (before == null || before.close().isBefore(period.open())) {
            stretches.add(period);
        } else {
            stretches.set(last, new TradingPeriod(before.day(), before.session(), before.open(), period.close()));
        }
    }

    @Override
    public String toString() {
        return "TradingHours[" + market + ", " + rules.zone() + ", " + calendar.size() + " days in the calendar]";
    }
}
