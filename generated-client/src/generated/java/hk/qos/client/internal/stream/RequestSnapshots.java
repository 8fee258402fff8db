// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.json.SnapshotAdapter;
import hk.qos.client.model.Snapshot;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Request snapshots. Requests snapshots once, like the HTTP operation. Section 5.6. */
public final class RequestSnapshots implements Request<Results<Snapshot>> {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"RS\",\"codes\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;

    /**
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public RequestSnapshots(Collection<String> codes) {
        this.codes = CodeSpelling.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
    }

    @Override
    public String type() {
        return "RS";
    }

    @Override
    public String name() {
        return "requestSnapshots";
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
    public Results<Snapshot> decode(ByteBuf frame) throws MalformedFrameException {
        return Replies.data(frame, "RS", in -> AnswerFormats.readResults(in, SnapshotAdapter::read), Results.empty());
    }

    @Override
    public String toString() {
        return "RS[codes=" + this.codes + "]";
    }
}
