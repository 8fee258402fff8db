package hk.qos.cli.output;

import hk.qos.client.model.InstrumentData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats values. */
final class Values {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx");

    private Values() {}

    /** The exact value, for programs; empty for null. */
    static String exact(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::exact).collect(Collectors.joining(" "));
        }
        return value.toString();
    }

    /** The value for people: times as clocks in {@code zone} show them. */
    static String shown(@Nullable Object value, ZoneId zone) {
        return value instanceof Instant moment ? MOMENT.format(moment.atZone(zone)) : exact(value);
    }

    /** Returns the zone of a record's market, or UTC. */
    static ZoneId zone(Record entry) {
        return entry instanceof InstrumentData data ? MarketClock.of(data.code()) : ZoneOffset.UTC;
    }
}
