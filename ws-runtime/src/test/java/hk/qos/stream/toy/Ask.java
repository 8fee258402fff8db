package hk.qos.stream.toy;

import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** A request such as {@code ASK 17 text}, answered by {@code OK ASK 17 text}. */
public record Ask(String text) implements Request<String> {
    @Override
    public String type() {
        return "ASK";
    }

    @Override
    public void encode(long id, ByteBuf out) {
        out.writeCharSequence("ASK " + id + " " + text, StandardCharsets.UTF_8);
    }

    @Override
    public String decode(ByteBuf frame) throws MalformedFrameException {
        String[] words = frame.toString(StandardCharsets.UTF_8).split(" ", 4);
        if (words.length < 4) {
            throw new MalformedFrameException("an answer without a text");
        }
        return words[3];
    }

    /** Each question mark stands for an element that cannot be read. */
    @Override
    public int leftOut(String answer) {
        return (int) answer.chars().filter(each -> each == '?').count();
    }
}
