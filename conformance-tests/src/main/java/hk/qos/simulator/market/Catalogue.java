package hk.qos.simulator.market;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.TradingHours;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The instruments of the market, read from a data file. */
public final class Catalogue {
    private static final String FILE = "/hk/qos/simulator/catalogue.json";

    private final Map<String, MarketRules> markets = new LinkedHashMap<>();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final long seed;

    private Catalogue(long seed) {
        this.seed = seed;
    }

    /** Loads the instruments of the simulator's data file. */
    public static Catalogue load(long seed) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + FILE);
            }
            Catalogue catalogue = new Catalogue(seed);
            for (Map.Entry<String, JsonNode> market :
                    JsonMapper.shared().readTree(in).properties()) {
                catalogue.read(market.getKey(), market.getValue());
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    @Nullable
    Instrument instrument(String code) {
        return instruments.get(code);
    }

    /**
     * Creates an instrument that is not in the catalogue, in a market that is.
     *
     * @param code in canonical spelling
     * @throws IllegalArgumentException if the market is unknown; the message names it
     */
    Instrument unlisted(String code) {
        MarketRules rules = markets.get(code.substring(0, Math.max(0, code.indexOf(':'))));
        if (rules == null) {
            throw new IllegalArgumentException(
                    "\"" + code + "\" is of none of the markets " + String.join(", ", markets.keySet()));
        }
        return new Instrument(
                code,
                rules,
                rules.hours().zone(),
                BigDecimal.ONE,
                new StepFormat(rules.tick(), rules.fields().keepZeros()),
                new StepFormat(rules.volumeUnit(), true),
                1,
                0,
                LocalDate.EPOCH,
                Noise.mix(seed, code),
                rules.information());
    }

    List<String> codes() {
        return List.copyOf(instruments.keySet());
    }

    private void read(String market, JsonNode facts) {
        MarketRules rules = rules(market, facts);
        markets.put(market, rules);
        for (Map.Entry<String, JsonNode> entry : facts.path("instruments").properties()) {
            String code = market + ":" + entry.getKey();
            instruments.put(code, instrument(code, rules, entry.getValue(), seed));
        }
    }

    private static MarketRules rules(String market, JsonNode facts) {
        JsonNode fields = facts.path("fields");
        String turnover = fields.path("turnover").asString().toUpperCase(Locale.ROOT);
        return new MarketRules(
                market,
                hours(market, facts),
                facts.path("levels").asInt(),
                facts.path("gap").asDouble(),
                facts.path("dividends").asBoolean(false),
                new BigDecimal(facts.path("volumeUnit").asString()),
                facts.path("volumeShares").asInt(1),
                new MarketRules.Fields(
                        fields.path("previousClose").asBoolean(),
                        MarketRules.Turnover.valueOf(turnover),
                        fields.path("keepZeros").asBoolean(),
                        fields.path("uncertain").asBoolean(false)),
                new BigDecimal(facts.path("tick").asString()),
                facts.path("information"));
    }

    /** As the documents say; of a market whose hours they do not tell, whole weekdays in the zone of the data file. */
    private static TradingHours hours(String market, JsonNode facts) {
        TradingHours documented = Api.standard().hours().get(market);
        return documented != null
                ? documented
                : new TradingHours(
                        ZoneId.of(facts.path("zone").asString()),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of(),
                        null);
    }

    private static Instrument instrument(String code, MarketRules rules, JsonNode facts, long seed) {
        JsonNode zone = facts.path("zone");
        BigDecimal volume = new BigDecimal(facts.path("volume").asString("1000000"));
        return new Instrument(
                code,
                rules,
                zone.isString() ? ZoneId.of(zone.asString()) : rules.hours().zone(),
                new BigDecimal(facts.path("price").asString()),
                new StepFormat(
                        new BigDecimal(facts.path("tick").asString()),
                        rules.fields().keepZeros()),
                new StepFormat(rules.volumeUnit(), true),
                volume.divideToIntegralValue(rules.volumeUnit()).longValue(),
                facts.path("move").asDouble(0.015),
                LocalDate.parse(facts.path("listed").asString("2005-01-04")),
                Noise.mix(seed, code),
                facts.path("information"));
    }
}
