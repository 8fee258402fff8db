// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.json.InstrumentInfoAdapter;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/**
 * Request instrument information. Requests instrument information once, like the HTTP operation. Section 5.11.
 */
public final class RequestInstrumentInfo implements Request<Results<InstrumentInfo>> {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"RI\",\"codes\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;

    /**
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public RequestInstrumentInfo(Collection<String> codes) {
        this.codes = CodeSpelling.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
    }

    @Override
    public String type() {
        return "RI";
    }

    @Override
    public String name() {
        return "requestInstrumentInfo";
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
    public Results<InstrumentInfo> decode(ByteBuf frame) throws MalformedFrameException {
        return Replies.data(frame, "RI", in -> AnswerFormats.readResults(in, InstrumentInfoAdapter::read), Results.empty());
    }

    @Override
    public String toString() {
        return "RI[codes=" + this.codes + "]";
    }
}
