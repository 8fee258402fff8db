package hk.qos.simulator.answer;

import hk.qos.simulator.market.Bar;
import hk.qos.simulator.market.Book;
import hk.qos.simulator.market.Instrument;
import hk.qos.simulator.market.MarketRules;
import hk.qos.simulator.market.Quote;
import hk.qos.simulator.market.SessionKind;
import hk.qos.simulator.market.Tick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the market's figures as the vendor's server writes them. A field that a record of another market or another
 * session has is null.
 */
final class Figures {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<SessionKind, String> SESSION_FIELDS =
            Map.of(SessionKind.PRE_MARKET, "pq", SessionKind.AFTER_HOURS, "aq", SessionKind.NIGHT, "nq");
    private static final List<SessionKind> SESSION_ORDER =
            List.of(SessionKind.PRE_MARKET, SessionKind.AFTER_HOURS, SessionKind.NIGHT);
    private static final int DOUBLE_DECIMALS = 10;

    private final boolean leadingZeros;
    private final boolean sparse;

    /**
     * @param leadingZeros whether Hong Kong codes have five digits
     * @param sparse whether records without a vendor's example have required fields only
     */
    Figures(boolean leadingZeros, boolean sparse) {
        this.leadingZeros = leadingZeros;
        this.sparse = sparse;
    }

    boolean isSparse(Instrument instrument) {
        return sparse && instrument.rules().fields().uncertain();
    }

    /** A code as the server spells it. */
    String spelled(Instrument instrument) {
        String code = instrument.code();
        if (!leadingZeros || !code.startsWith("HK:")) {
            return code;
        }
        return "HK:" + "0".repeat(Math.max(0, 8 - code.length())) + code.substring(3);
    }

    /** @param names of the fields that the information of any instrument has */
    ObjectNode information(Instrument instrument, Set<String> names) {
        ObjectNode node = named(instrument);
        names.forEach(node::putNull);
        instrument.information().properties().forEach(field -> node.set(field.getKey(), field.getValue()));
        return node;
    }

    /** The state without the session quotes, as pushes have it. */
    ObjectNode snapshot(Instrument instrument, Quote quote) {
        MarketRules.Fields fields = instrument.rules().fields();
        Bar day = quote.regular();
        ObjectNode node = named(instrument)
                .put("lp", instrument.price(quote.last()))
                .put("yp", fields.previousClose() ? instrument.price(quote.previousClose()) : null);
        if (isSparse(instrument)) {
            return node.put("ts", quote.lastTime());
        }
        node.put("o", instrument.price(day.open()))
                .put("h", instrument.price(day.high()))
                .put("l", instrument.price(day.low()))
                .put("ts", quote.lastTime());
        addVolume(node, instrument, day.units(), quote.turnover());
        node.put("s", quote.suspended() ? 1 : 0);
        SESSION_ORDER.forEach(kind -> node.putNull(SESSION_FIELDS.get(kind)));
        return instrument.rules().extended() ? node.put("tt", quote.current().wire()) : node.putNull("tt");
    }

    /** The state with the session quotes, as answers have it. */
    ObjectNode fullSnapshot(Instrument instrument, Quote quote) {
        ObjectNode node = snapshot(instrument, quote);
        for (SessionKind kind : SESSION_ORDER) {
            Quote.SessionFigures figures = quote.sessions().get(kind);
            if (figures != null) {
                node.set(SESSION_FIELDS.get(kind), session(instrument, figures));
            }
        }
        return node;
    }

    private static ObjectNode session(Instrument instrument, Quote.SessionFigures figures) {
        ObjectNode node = JSON.objectNode()
                .put("lp", instrument.price(figures.bar().close()))
                .put("yp", instrument.price(figures.previousClose()))
                .put("h", instrument.price(figures.bar().high()))
                .put("l", instrument.price(figures.bar().low()))
                .put("ts", figures.lastTime());
        addVolume(node, instrument, figures.bar().units(), figures.turnover());
        return node;
    }

    ObjectNode depth(Instrument instrument, Book book) {
        ObjectNode node = named(instrument);
        node.set("b", levels(instrument, book.bids()));
        node.set("a", levels(instrument, book.asks()));
        return isSparse(instrument) ? node : node.put("ts", book.time());
    }

    ObjectNode trade(Instrument instrument, Tick tick) {
        ObjectNode node = named(instrument).put("p", instrument.price(tick.price()));
        if (isSparse(instrument)) {
            return node.put("ts", tick.time());
        }
        return node.put("v", instrument.volume(tick.units()))
                .put("ts", tick.time())
                .put("d", tick.direction());
    }

    ObjectNode bar(Instrument instrument, Bar bar, int type) {
        ObjectNode node = named(instrument)
                .put("o", instrument.price(bar.open()))
                .put("cl", instrument.price(bar.close()))
                .put("h", instrument.price(bar.high()))
                .put("l", instrument.price(bar.low()));
        if (!isSparse(instrument)) {
            node.put("v", instrument.volume(bar.units()));
        }
        return node.put("ts", bar.start()).put("kt", type);
    }

    ObjectNode series(Instrument instrument, List<Bar> bars, int type) {
        ObjectNode node = named(instrument);
        ArrayNode rows = node.putArray("k");
        bars.forEach(bar -> rows.add(bar(instrument, bar, type)));
        return node;
    }

    private ObjectNode named(Instrument instrument) {
        return JSON.objectNode().put("c", spelled(instrument));
    }

    private ArrayNode levels(Instrument instrument, List<Book.Level> levels) {
        ArrayNode rows = JSON.arrayNode();
        for (Book.Level level : levels) {
            ObjectNode row = rows.addObject().put("p", instrument.price(level.price()));
            if (!isSparse(instrument)) {
                row.put("v", level.units() == 0 ? "0" : instrument.volume(level.units()));
            }
        }
        return rows;
    }

    private static void addVolume(ObjectNode node, Instrument instrument, long units, double turnover) {
        node.put("v", instrument.volume(units));
        switch (instrument.rules().fields().turnover()) {
            case CENTS -> node.put("t", String.format(Locale.ROOT, "%.2f", turnover));
            case DOUBLE -> node.put("t", printedDouble(turnover));
        }
    }

    /** Computed in doubles, so that the last decimals are noise, as the vendor's are. */
    private static String printedDouble(double value) {
        double cents = Math.round(value * 100) / 100.0;
        BigDecimal exact = new BigDecimal(cents).setScale(DOUBLE_DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
