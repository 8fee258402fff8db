package hk.qos.simulator.answer;

import hk.qos.simulator.market.Bar;
import hk.qos.simulator.market.BarLength;
import hk.qos.simulator.market.Book;
import hk.qos.simulator.market.Instrument;
import hk.qos.simulator.market.Market;
import hk.qos.simulator.market.Quote;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Codes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Computes payloads from the market. Unknown instruments are left out silently, and the order differs from the
 * request's, as with the vendor's server.
 */
final class MarketAnswers {
    private final Market market;
    private final Codes codes;
    private final Figures figures;
    private final AskedFields asked;
    private final Map<Integer, BarLength> lengths = new HashMap<>();
    /** The fields that the information of any instrument has. */
    private final Set<String> informed = new LinkedHashSet<>();

    MarketAnswers(Market market, Api api, Figures figures) {
        this.market = market;
        this.codes = api.codes();
        this.figures = figures;
        this.asked = new AskedFields(api);
        api.barTypes().forEach((type, name) -> {
            BarLength length = BarLength.named(name);
            if (length != null) {
                lengths.put(type, length);
            }
        });
        for (String code : market.codes()) {
            informed.addAll(Objects.requireNonNull(market.instrument(code), code)
                    .information()
                    .propertyNames());
        }
    }

    /** The first field and value of a valid request that the market cannot answer, or null. */
    @Nullable
    String obstacle(JsonNode request) {
        List<JsonNode> asking = new ArrayList<>(List.of(request));
        asked.queries(request).forEach(asking::add);
        for (JsonNode each : asking) {
            if (asked.hasType(each) && !lengths.containsKey(asked.type(each))) {
                return asked.namedType(each);
            }
        }
        return null;
    }

    /** Whether a record has required fields only. */
    boolean isSparse(JsonNode row) {
        Instrument instrument = market.instrument(asked.code(row));
        return instrument != null && figures.isSparse(instrument);
    }

    JsonNode information(Query query) {
        ArrayNode rows = rows();
        known(query.codes()).forEach(i -> rows.add(figures.information(i, informed)));
        return rows;
    }

    JsonNode snapshots(Query query) {
        ArrayNode rows = rows();
        for (Instrument instrument : known(query.codes())) {
            Quote quote = market.quote(instrument, query.millis());
            if (quote != null) {
                rows.add(figures.fullSnapshot(instrument, quote));
            }
        }
        return rows;
    }

    JsonNode depth(Query query) {
        ArrayNode rows = rows();
        for (Instrument instrument : known(query.codes())) {
            Book book = market.book(instrument, query.millis());
            if (book != null) {
                rows.add(figures.depth(instrument, book));
            }
        }
        return rows;
    }

    JsonNode trades(Query query) {
        ArrayNode rows = rows();
        int count = asked.tradeCount(query.request());
        for (Instrument instrument : known(query.codes())) {
            market.trades(instrument, count, query.millis()).forEach(t -> rows.add(figures.trade(instrument, t)));
        }
        return rows;
    }

    /** Bars of both requests; without an end time, the latest. */
    JsonNode bars(Query query) {
        ArrayNode rows = rows();
        for (JsonNode one : asked.queries(query.request())) {
            Set<String> wanted = new LinkedHashSet<>(codes.split(asked.codes(one)));
            known(wanted).forEach(i -> rows.add(series(i, one, query.millis())));
        }
        return rows;
    }

    private JsonNode series(Instrument instrument, JsonNode query, long millis) {
        int type = asked.type(query);
        long end = asked.endTime(query);
        long upTo = end <= 0 ? millis / 1000 : Math.min(end, millis / 1000);
        List<Bar> bars =
                market.bars(instrument, length(type), asked.count(query), asked.isAdjusted(query), upTo, millis);
        return figures.series(instrument, bars, type);
    }

    /** Pushes up to this time are made now. */
    void pushing(long millis) {
        market.pushing(millis);
    }

    /** Pushes of one instrument. */
    List<JsonNode> push(String kind, Topic topic, long after, long millis) {
        Instrument instrument = market.instrument(topic.key());
        if (instrument == null || !market.isOpen(instrument, millis)) {
            return List.of();
        }
        return switch (kind) {
            case "pushTrade" -> trades(instrument, after, millis);
            case "pushSnapshot" -> one(snapshot(instrument, millis));
            case "pushDepth" -> one(depth(instrument, millis));
            case "pushKLine" -> one(bar(instrument, topic, millis));
            default -> throw new IllegalArgumentException("No push of the market: " + kind);
        };
    }

    private List<JsonNode> trades(Instrument instrument, long after, long millis) {
        List<JsonNode> pushes = new ArrayList<>();
        market.tradesBetween(instrument, after, millis).forEach(t -> pushes.add(figures.trade(instrument, t)));
        return pushes;
    }

    private @Nullable JsonNode snapshot(Instrument instrument, long millis) {
        Quote quote = market.quote(instrument, millis);
        return quote == null ? null : figures.snapshot(instrument, quote);
    }

    private @Nullable JsonNode depth(Instrument instrument, long millis) {
        Book book = market.book(instrument, millis);
        return book == null ? null : figures.depth(instrument, book);
    }

    private @Nullable JsonNode bar(Instrument instrument, Topic topic, long millis) {
        int type = asked.type(topic);
        List<Bar> bars = market.bars(instrument, length(type), 1, false, millis / 1000, millis);
        return bars.isEmpty() ? null : figures.bar(instrument, bars.get(0), type);
    }

    private BarLength length(int type) {
        return Objects.requireNonNull(lengths.get(type), "a bar length that obstacle() did not check");
    }

    private static List<JsonNode> one(@Nullable JsonNode push) {
        return push == null ? List.of() : List.of(push);
    }

    private List<Instrument> known(Collection<String> wanted) {
        List<Instrument> known = new ArrayList<>();
        for (String code : wanted) {
            Instrument instrument = market.instrument(code);
            if (instrument != null) {
                known.add(instrument);
            }
        }
        known.sort(Comparator.comparingLong(Instrument::seed));
        return known;
    }

    private static ArrayNode rows() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
