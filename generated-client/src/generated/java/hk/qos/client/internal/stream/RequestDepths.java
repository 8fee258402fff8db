// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.json.DepthAdapter;
import hk.qos.client.model.Depth;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Request order books. Requests order books once, like the HTTP operation. Section 5.8. */
public final class RequestDepths implements Request<Results<Depth>> {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"RD\",\"codes\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;

    /**
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public RequestDepths(Collection<String> codes) {
        this.codes = CodeSpelling.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
    }

    @Override
    public String type() {
        return "RD";
    }

    @Override
    public String name() {
        return "requestDepths";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(CODES);
        ByteFormats.writeList(out, CodeSpelling.batch(this.codes), ByteFormats::writeText);
        out.writeBytes(REQID);
        JsonOutput.int64(out, id);
        out.writeByte('}');
    }

    @Override
    public Results<Depth> decode(ByteBuf frame) throws MalformedFrameException {
        return Replies.data(frame, "RD", in -> AnswerFormats.readResults(in, DepthAdapter::read), Results.empty());
    }

    @Override
    public String toString() {
        return "RD[codes=" + this.codes + "]";
    }
}
