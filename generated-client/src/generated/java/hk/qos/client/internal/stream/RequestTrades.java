// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.json.TradeAdapter;
import hk.qos.client.model.Trade;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Request the latest trades. Requests the latest trades once, like the HTTP operation. Section 5.7. */
public final class RequestTrades implements Request<Results<Trade>> {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"RT\",\"codes\":");
    private static final byte[] COUNT = JsonOutput.raw(",\"count\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;
    private final int count;

    /**
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param count Number of trades of each instrument, 1 to 50.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public RequestTrades(Collection<String> codes, int count) {
        this.codes = CodeSpelling.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
        this.count = Checks.range("count", count, 1, 50);
    }

    @Override
    public String type() {
        return "RT";
    }

    @Override
    public String name() {
        return "requestTrades";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(CODES);
        ByteFormats.writeList(out, CodeSpelling.batch(this.codes), ByteFormats::writeText);
        out.writeBytes(COUNT);
        ByteFormats.writeInt32(out, this.count);
        out.writeBytes(REQID);
        JsonOutput.int64(out, id);
        out.writeByte('}');
    }

    @Override
    public Results<Trade> decode(ByteBuf frame) throws MalformedFrameException {
        return Replies.data(frame, "RT", in -> AnswerFormats.readResults(in, TradeAdapter::read), Results.empty());
    }

    @Override
    public String toString() {
        return "RT[codes=" + this.codes + ", count=" + this.count + "]";
    }
}
