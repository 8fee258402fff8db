package hk.qos.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When the markets trade.
 *
 * @param market the constant of the market
 * @param rules the expression that makes its rules
 */
record HoursModel(String market, String rules) {

    static List<HoursModel> all(Map<String, Schema<?>> schemas, Map<String, EnumModel> enums) {
        List<HoursModel> all = new ArrayList<>();
        schemas.forEach((name, schema) -> {
            Extensions hours = Extensions.of(schema).map("x-trading-hours");
            String sessions = hours.reference("sessions");
            EnumModel markets = enums.get(name);
            if (markets == null) {
                return;
            }
            for (String market : hours.map("markets").fields().keySet()) {
                String rules = rules(hours.map("markets").map(market), String.valueOf(sessions));
                all.add(new HoursModel(markets.constantOf(market), rules));
            }
        });
        return all;
    }

    private static String rules(Extensions hours, String sessions) {
        String zone = Preset.quoted(hours.text("zone", ""));
        if (hours.has("week")) {
            Extensions week = hours.map("week");
            return "TradingRules.ofWeek(" + zone + ", " + Preset.quoted(week.text("zone", "")) + ", "
                    + Preset.quoted(week.text("from", "")) + ", " + Preset.quoted(week.text("to", "")) + ")";
        }
        if (!hours.has("sessions")) {
            return "TradingRules.always(" + zone + ")";
        }
        String days = hours.texts("days").stream().map(Preset::quoted).collect(Collectors.joining(", "));
        String usual = spans(hours.maps("sessions"), sessions);
        String half = hours.has("half-day") ? spans(hours.maps("half-day"), sessions) : usual;
        return "TradingRules.ofDays(" + zone + ", List.of(" + days + "), " + usual + ", " + half + ")";
    }

    private static String spans(List<Extensions> spans, String sessions) {
        return spans.stream()
                .map(span -> "SessionTimes.of(" + sessions + "." + span.text("session") + ", "
                        + Preset.quoted(span.text("from", "")) + ", " + Preset.quoted(span.text("to", "")) + ")")
                .collect(Collectors.joining(", ", "List.of(", ")"));
    }
}
