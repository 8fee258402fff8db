// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.format.ByteFormats;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.Command;
import io.netty.buffer.ByteBuf;
import java.util.Collection;
import java.util.List;

/** Subscribe order books. Subscribes to order books of instruments. Section 5.4. */
public final class SubscribeDepths implements Command {
    private static final byte[] CODES = JsonOutput.raw("{\"type\":\"D\",\"codes\":");
    private static final byte[] REQID = JsonOutput.raw(",\"reqid\":");

    private final List<String> codes;

    /**
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if a value is null or invalid; the message names it
     */
    public SubscribeDepths(Collection<String> codes) {
        this.codes = CodeSpelling.split("codes", Checks.items("codes", codes, 1, Integer.MAX_VALUE));
    }

    @Override
    public String type() {
        return "D";
    }

    @Override
    public String name() {
        return "subscribeDepths";
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
    public String toString() {
        return "D[codes=" + this.codes + "]";
    }
}
