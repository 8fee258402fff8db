package hk.qos.cli;

import com.squareup.moshi.Types;
import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.ResultsMap;
import hk.qos.client.TradingHours;
import hk.qos.client.model.Market;
import hk.qos.client.model.TradingDay;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code calendar}. */
@Command(
        name = "calendar",
        description = "Prints the trading days of markets, and whether they are open.",
        footer = {"", "Example: qos calendar HK US"})
final class CalendarCommand extends ServiceCommand {
    @Mixin
    private Markets markets = new Markets();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private CalendarCommand() {}

    @Override
    int run(QosClient client) {
        ResultsMap<Market, List<TradingDay>> answer = client.http().marketCalendar(markets.get());
        if (output.isJson()) {
            var type = Types.newParameterizedType(
                    Map.class, Market.class, Types.newParameterizedType(List.class, TradingDay.class));
            console().out().line(client.moshi().adapter(type).toJson(answer));
        } else {
            try (RecordSink sink = output.document(MarketDay.class, Column.of(MarketDay.class), client.moshi())) {
                answer.forEach((market, days) -> days.forEach(day -> sink.add(new MarketDay(market, day))));
            }
        }
        if (output.isTable()) {
            answer.forEach(this::status);
        }
        return complete(answer.missing(), answer.undecodable());
    }

    private void status(Market market, List<TradingDay> days) {
        if (!TradingHours.markets().contains(market)) {
            return;
        }
        TradingHours hours = TradingHours.of(market).withCalendar(days);
        Instant now = Clock.systemUTC().instant();
        String next = hours.isOpen(now)
                ? "open" + until(hours.nextClose(now), hours.zone(), ", closes ")
                : "closed" + until(hours.nextOpen(now), hours.zone(), ", opens ");
        console().out().line(market.wire() + " is " + next);
    }

    private static String until(@Nullable Instant moment, ZoneId zone, String text) {
        return moment == null
                ? ""
                : text + moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }
}
