// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.internal.format.ByteFormats;
import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.time.Instant;

/** Heartbeat. Keeps the connection open and returns the server time. Section 5.1. */
public final class Heartbeat implements Request<Instant> {
    private static final byte[] END = JsonOutput.raw("{\"type\":\"H\"}");

    @Override
    public String type() {
        return "H";
    }

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeBytes(END);
    }

    @Override
    public Instant decode(ByteBuf frame) throws MalformedFrameException {
        JsonCursor in = new JsonCursor().over(frame);
        Instant time = null;
        in.beginObject();
        for (int name = in.nextName(); name != 0; name = in.nextName()) {
            if (name == 0x74696D65) {
                time = ByteFormats.readUnixTime(in);
            } else {
                in.skip();
            }
        }
        if (time == null) {
            throw in.wrong("an answer to H without time");
        }
        return time;
    }

    @Override
    public String toString() {
        return "H[]";
    }
}
