// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.KLineType;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.Command;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Cancel K-lines. Ends what subscribeKline began. Section 5.5. */
public final class UnsubscribeKline implements Command {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"KC\",\"codes\":");
    private static final byte[] KT = JsonOutput.raw(",\"kt\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;
    private final KLineType type;

    /**
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param type Length of the bars.
     * @throws IllegalArgumentException if a value breaks the rules of the document; the message names it
     */
    public UnsubscribeKline(Collection<String> codes, KLineType type) {
        this.codes = InstrumentCodes.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
        this.type = Checks.known("type", type, KLineType.UNRECOGNIZED);
    }

    @Override
    public String type() {
        return "KC";
    }

    @Override
    public String name() {
        return "unsubscribeKline";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(CODES);
        ByteFormats.writeList(out, InstrumentCodes.batch(this.codes), ByteFormats::writeText);
        out.writeBytes(KT);
        ByteFormats.writeInt32(out, this.type.wire());
        out.writeBytes(REQID);
        JsonOutput.int64(out, id);
        out.writeByte('}');
    }

    @Override
    public String toString() {
        return "KC[codes=" + this.codes + ", type=" + this.type + "]";
    }
}
