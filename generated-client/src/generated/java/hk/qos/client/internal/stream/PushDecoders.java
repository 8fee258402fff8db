// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.ByteReader;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Level;
import hk.qos.client.model.Session;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradeDirection;
import hk.qos.client.model.TradingStatus;
import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.internal.json.StringTable;
import hk.qos.stream.spi.MalformedFrameException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the records of pushes from bytes. Not thread-safe: it keeps a table of codes. */
final class PushDecoders {
    /** Far more than plans allow; limits the table if a server sends arbitrary codes. */
    private static final int MAX_CODES = 4096;

    private final ByteReader<Level> levelReader = this::level;
    private final StringTable codes = ByteFormats.codes(MAX_CODES);

    @Nullable String code(JsonCursor in) throws MalformedFrameException {
        return in.string(this.codes);
    }

    @Nullable Snapshot snapshot(JsonCursor in) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        in.beginObject();
        return snapshotMembers(in);
    }

    /** Reads the rest of an object that was entered. */
    Snapshot snapshotMembers(JsonCursor in) throws MalformedFrameException {
        String code = null;
        BigDecimal lastPrice = null;
        BigDecimal previousClose = null;
        BigDecimal open = null;
        BigDecimal high = null;
        BigDecimal low = null;
        Instant time = null;
        BigDecimal volume = null;
        BigDecimal turnover = null;
        TradingStatus status = null;
        SessionQuote preMarket = null;
        SessionQuote afterHours = null;
        SessionQuote night = null;
        Session session = null;
        for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
            switch (wireName) {
                case 0x63 -> code = ByteFormats.readCode(in, this.codes); // c
                case 0x6C70 -> lastPrice = ByteFormats.readDecimal(in); // lp
                case 0x7970 -> previousClose = ByteFormats.readDecimal(in); // yp
                case 0x6F -> open = ByteFormats.readDecimal(in); // o
                case 0x68 -> high = ByteFormats.readDecimal(in); // h
                case 0x6C -> low = ByteFormats.readDecimal(in); // l
                case 0x7473 -> time = ByteFormats.readUnixTime(in); // ts
                case 0x76 -> volume = ByteFormats.readDecimal(in); // v
                case 0x74 -> turnover = ByteFormats.readDecimal(in); // t
                case 0x73 -> status = ByteFormats.readNumberEnum(in, TradingStatus::fromWire, TradingStatus.UNRECOGNIZED); // s
                case 0x7071 -> preMarket = sessionQuote(in); // pq
                case 0x6171 -> afterHours = sessionQuote(in); // aq
                case 0x6E71 -> night = sessionQuote(in); // nq
                case 0x7474 -> session = ByteFormats.readNumberEnum(in, Session::fromWire, Session.UNRECOGNIZED); // tt
                default -> in.skip();
            }
        }
        if (code == null) {
            throw in.wrong("Snapshot without c");
        }
        return new Snapshot(
                code,
                lastPrice,
                previousClose,
                open,
                high,
                low,
                time,
                volume,
                turnover,
                status,
                preMarket,
                afterHours,
                night,
                session);
    }

    @Nullable SessionQuote sessionQuote(JsonCursor in) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        in.beginObject();
        return sessionQuoteMembers(in);
    }

    /** Reads the rest of an object that was entered. */
    SessionQuote sessionQuoteMembers(JsonCursor in) throws MalformedFrameException {
        BigDecimal lastPrice = null;
        BigDecimal previousClose = null;
        BigDecimal high = null;
        BigDecimal low = null;
        Instant time = null;
        BigDecimal volume = null;
        BigDecimal turnover = null;
        for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
            switch (wireName) {
                case 0x6C70 -> lastPrice = ByteFormats.readDecimal(in); // lp
                case 0x7970 -> previousClose = ByteFormats.readDecimal(in); // yp
                case 0x68 -> high = ByteFormats.readDecimal(in); // h
                case 0x6C -> low = ByteFormats.readDecimal(in); // l
                case 0x7473 -> time = ByteFormats.readUnixTime(in); // ts
                case 0x76 -> volume = ByteFormats.readDecimal(in); // v
                case 0x74 -> turnover = ByteFormats.readDecimal(in); // t
                default -> in.skip();
            }
        }
        return new SessionQuote(
                lastPrice,
                previousClose,
                high,
                low,
                time,
                volume,
                turnover);
    }

    @Nullable Trade trade(JsonCursor in) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        in.beginObject();
        return tradeMembers(in);
    }

    /** Reads the rest of an object that was entered. */
    Trade tradeMembers(JsonCursor in) throws MalformedFrameException {
        String code = null;
        BigDecimal price = null;
        BigDecimal volume = null;
        Instant time = null;
        TradeDirection direction = null;
        for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
            switch (wireName) {
                case 0x63 -> code = ByteFormats.readCode(in, this.codes); // c
                case 0x70 -> price = ByteFormats.readDecimal(in); // p
                case 0x76 -> volume = ByteFormats.readDecimal(in); // v
                case 0x7473 -> time = ByteFormats.readUnixTime(in); // ts
                case 0x64 -> direction = ByteFormats.readNumberEnum(in, TradeDirection::fromWire, TradeDirection.UNRECOGNIZED); // d
                default -> in.skip();
            }
        }
        if (code == null) {
            throw in.wrong("Trade without c");
        }
        return new Trade(
                code,
                price,
                volume,
                time,
                direction);
    }

    @Nullable Depth depth(JsonCursor in) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        in.beginObject();
        return depthMembers(in);
    }

    /** Reads the rest of an object that was entered. */
    Depth depthMembers(JsonCursor in) throws MalformedFrameException {
        String code = null;
        List<Level> bids = null;
        List<Level> asks = null;
        Instant time = null;
        for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
            switch (wireName) {
                case 0x63 -> code = ByteFormats.readCode(in, this.codes); // c
                case 0x62 -> bids = ByteFormats.readList(in, this.levelReader); // b
                case 0x61 -> asks = ByteFormats.readList(in, this.levelReader); // a
                case 0x7473 -> time = ByteFormats.readUnixTime(in); // ts
                default -> in.skip();
            }
        }
        if (code == null) {
            throw in.wrong("Depth without c");
        }
        return new Depth(
                code,
                bids == null ? List.of() : bids,
                asks == null ? List.of() : asks,
                time);
    }

    @Nullable Level level(JsonCursor in) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        in.beginObject();
        return levelMembers(in);
    }

    /** Reads the rest of an object that was entered. */
    Level levelMembers(JsonCursor in) throws MalformedFrameException {
        BigDecimal price = null;
        BigDecimal volume = null;
        for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
            switch (wireName) {
                case 0x70 -> price = ByteFormats.readDecimal(in); // p
                case 0x76 -> volume = ByteFormats.readDecimal(in); // v
                default -> in.skip();
            }
        }
        return new Level(
                price,
                volume);
    }

    @Nullable KLine kLine(JsonCursor in) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        in.beginObject();
        return kLineMembers(in);
    }

    /** Reads the rest of an object that was entered. */
    KLine kLineMembers(JsonCursor in) throws MalformedFrameException {
        String code = null;
        BigDecimal open = null;
        BigDecimal close = null;
        BigDecimal high = null;
        BigDecimal low = null;
        BigDecimal volume = null;
        Instant time = null;
        KLineType type = null;
        for (int wireName = in.nextName(); wireName != 0; wireName = in.nextName()) {
            switch (wireName) {
                case 0x63 -> code = ByteFormats.readCode(in, this.codes); // c
                case 0x6F -> open = ByteFormats.readDecimal(in); // o
                case 0x636C -> close = ByteFormats.readDecimal(in); // cl
                case 0x68 -> high = ByteFormats.readDecimal(in); // h
                case 0x6C -> low = ByteFormats.readDecimal(in); // l
                case 0x76 -> volume = ByteFormats.readDecimal(in); // v
                case 0x7473 -> time = ByteFormats.readUnixTime(in); // ts
                case 0x6B74 -> type = ByteFormats.readNumberEnum(in, KLineType::fromWire, KLineType.UNRECOGNIZED); // kt
                default -> in.skip();
            }
        }
        if (code == null) {
            throw in.wrong("KLine without c");
        }
        return new KLine(
                code,
                open,
                close,
                high,
                low,
                volume,
                time,
                type);
    }
}
