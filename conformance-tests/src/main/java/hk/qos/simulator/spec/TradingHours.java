package hk.qos.simulator.spec;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a market trades, by the documents.
 *
 * @param zone where its days begin
 * @param days the days of the week that have sessions; all of them for a market that never closes
 * @param sessions the sessions of a day, in order; empty for a market without
 * @param week the time without a pause in which it trades; null for a market with sessions or one that never closes
 */
public record TradingHours(
        ZoneId zone,
        Set<DayOfWeek> days,
        List<Span> sessions,
        @Nullable Week week) {
    /** A session; it begins on the evening before if {@code from} is later than {@code to}. */
    public record Span(String session, LocalTime from, LocalTime to) {}

    /** A time of a week. */
    public record Turn(DayOfWeek day, LocalTime time) {
        private static Turn of(String text) {
            String[] parts = text.split(" ", 2);
            return new Turn(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]));
        }
    }

    /** From one time of a week to another. */
    public record Week(ZoneId zone, Turn from, Turn to) {}

    /** The hours of the markets that the documents describe. */
    static Map<String, TradingHours> of(Documents documents) {
        DocumentNode schemas = documents.openApi().member("components").member("schemas");
        JsonNode markets = documents
                .follow(schemas.member("Market"))
                .node()
                .path("x-trading-hours")
                .path("markets");
        Map<String, TradingHours> hours = new LinkedHashMap<>();
        markets.properties().forEach(market -> hours.put(market.getKey(), of(market.getValue())));
        return hours;
    }

    private static TradingHours of(JsonNode market) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        market.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asString())));
        List<Span> sessions = new ArrayList<>();
        for (JsonNode span : market.path("sessions")) {
            sessions.add(new Span(
                    span.path("session").asString(),
                    LocalTime.parse(span.path("from").asString()),
                    LocalTime.parse(span.path("to").asString())));
        }
        JsonNode week = market.path("week");
        return new TradingHours(
                ZoneId.of(market.path("zone").asString()),
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                sessions,
                week.isObject()
                        ? new Week(
                                ZoneId.of(week.path("zone").asString()),
                                Turn.of(week.path("from").asString()),
                                Turn.of(week.path("to").asString()))
                        : null);
    }
}
