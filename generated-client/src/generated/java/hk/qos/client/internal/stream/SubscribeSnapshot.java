// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.Command;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/**
 * Subscribe snapshots. Pushes the snapshots of instruments until cancelled or the connection ends. Section
 * 5.2.
 */
public final class SubscribeSnapshot implements Command {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"S\",\"codes\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;

    /**
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if a value breaks the rules of the document; the message names it
     */
    public SubscribeSnapshot(Collection<String> codes) {
        this.codes = InstrumentCodes.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
    }

    @Override
    public String type() {
        return "S";
    }

    @Override
    public String name() {
        return "subscribeSnapshot";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(CODES);
        ByteFormats.writeList(out, InstrumentCodes.batch(this.codes), ByteFormats::writeText);
        out.writeBytes(REQID);
        JsonOutput.int64(out, id);
        out.writeByte('}');
    }

    @Override
    public String toString() {
        return "S[codes=" + this.codes + "]";
    }
}
