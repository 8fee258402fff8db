// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.json.KLineSeriesAdapter;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Request the latest K-lines. Requests the latest K-lines once, like the HTTP operation. Section 5.9. */
public final class RequestKLines implements Request<Results<KLineSeries>> {
    private static final byte[] KLINE_REQS = JsonOutput.raw("{\"type\":\"RK\",\"kline_reqs\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<KLineQuery> queries;

    /**
     * @param queries One or more queries.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public RequestKLines(Collection<KLineQuery> queries) {
        this.queries = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
    }

    @Override
    public String type() {
        return "RK";
    }

    @Override
    public String name() {
        return "requestKLines";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(KLINE_REQS);
        ByteFormats.writeList(out, this.queries, CommandParts::kLineQuery);
        out.writeBytes(REQID);
        JsonOutput.int64(out, id);
        out.writeByte('}');
    }

    @Override
    public Results<KLineSeries> decode(ByteBuf frame) throws MalformedFrameException {
        return Replies.data(frame, "RK", in -> AnswerFormats.readResults(in, KLineSeriesAdapter::read), Results.empty());
    }

    @Override
    public String toString() {
        return "RK[queries=" + this.queries + "]";
    }
}
