package hk.qos.stream.toy;

import hk.qos.stream.spi.Command;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** A frame such as {@code SUB:ticks 17 a,b}. */
public record ToyCommand(String type, String rest) implements Command {
    @Override
    public void encode(long id, ByteBuf out) {
        out.writeCharSequence(type + " " + id + " " + rest, StandardCharsets.UTF_8);
    }
}
