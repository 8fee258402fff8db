// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.model.KLineType;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.Command;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Subscribe K-lines. Subscribes to K-lines of instruments. Section 5.5. */
public final class SubscribeKLines implements Command {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"K\",\"codes\":");
    private static final byte[] KT = JsonOutput.raw(",\"kt\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;
    private final KLineType type;

    /**
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param type Length of the bars.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public SubscribeKLines(Collection<String> codes, KLineType type) {
        this.codes = CodeSpelling.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
        this.type = Checks.known("type", type, KLineType.UNRECOGNIZED);
    }

    @Override
    public String type() {
        return "K";
    }

    @Override
    public String name() {
        return "subscribeKLines";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(CODES);
        ByteFormats.writeList(out, CodeSpelling.batch(this.codes), ByteFormats::writeText);
        out.writeBytes(KT);
        ByteFormats.writeInt32(out, this.type.wire());
        out.writeBytes(REQID);
        JsonOutput.int64(out, id);
        out.writeByte('}');
    }

    @Override
    public String toString() {
        return "K[codes=" + this.codes + ", type=" + this.type + "]";
    }
}
