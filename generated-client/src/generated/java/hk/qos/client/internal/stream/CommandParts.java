// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLineQuery;
import hk.qos.stream.internal.json.JsonOutput;
import io.netty.buffer.ByteBuf;

/** Encodes the records of commands. */
final class CommandParts {
    private static final byte[] KLINE_QUERY_C = JsonOutput.raw("{\"c\":");
    private static final byte[] KLINE_QUERY_CO = JsonOutput.raw(",\"co\":");
    private static final byte[] KLINE_QUERY_A = JsonOutput.raw(",\"a\":");
    private static final byte[] KLINE_QUERY_KT = JsonOutput.raw(",\"kt\":");
    private static final byte[] HISTORY_KLINE_QUERY_C = JsonOutput.raw("{\"c\":");
    private static final byte[] HISTORY_KLINE_QUERY_CO = JsonOutput.raw(",\"co\":");
    private static final byte[] HISTORY_KLINE_QUERY_A = JsonOutput.raw(",\"a\":");
    private static final byte[] HISTORY_KLINE_QUERY_KT = JsonOutput.raw(",\"kt\":");
    private static final byte[] HISTORY_KLINE_QUERY_E = JsonOutput.raw(",\"e\":");

    private CommandParts() {}

    /** Writes one query for each market, separated by commas, since a query has instruments of one market only. */
    static void kLineQuery(ByteBuf out, KLineQuery value) {
        boolean first = true;
        for (String batch : CodeSpelling.batch(value.codes())) {
            if (!first) {
                out.writeByte(',');
            }
            first = false;
            kLineQuery(out, value, batch);
        }
    }

    private static void kLineQuery(ByteBuf out, KLineQuery value, String batch) {
        out.writeBytes(KLINE_QUERY_C);
        ByteFormats.writeText(out, batch);
        out.writeBytes(KLINE_QUERY_CO);
        ByteFormats.writeInt32(out, value.count());
        out.writeBytes(KLINE_QUERY_A);
        ByteFormats.writeInt32(out, value.adjustment().wire());
        out.writeBytes(KLINE_QUERY_KT);
        ByteFormats.writeInt32(out, value.type().wire());
        out.writeByte('}');
    }

    /** Writes one query for each market, separated by commas, since a query has instruments of one market only. */
    static void historyKLineQuery(ByteBuf out, HistoryKLineQuery value) {
        boolean first = true;
        for (String batch : CodeSpelling.batch(value.codes())) {
            if (!first) {
                out.writeByte(',');
            }
            first = false;
            historyKLineQuery(out, value, batch);
        }
    }

    private static void historyKLineQuery(ByteBuf out, HistoryKLineQuery value, String batch) {
        out.writeBytes(HISTORY_KLINE_QUERY_C);
        ByteFormats.writeText(out, batch);
        out.writeBytes(HISTORY_KLINE_QUERY_CO);
        ByteFormats.writeInt32(out, value.count());
        out.writeBytes(HISTORY_KLINE_QUERY_A);
        ByteFormats.writeInt32(out, value.adjustment().wire());
        out.writeBytes(HISTORY_KLINE_QUERY_KT);
        ByteFormats.writeInt32(out, value.type().wire());
        if (value.endTime() != null) {
            out.writeBytes(HISTORY_KLINE_QUERY_E);
            ByteFormats.writeUnixTime(out, value.endTime());
        }
        out.writeByte('}');
    }
}
