package hk.qos.stream.toy;

import hk.qos.stream.spi.Answer;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code OK type id [text]}, {@code NO type id words}, {@code CUT type id} for an answer that cannot be read, {@code P channel key number}, {@code U kind}. A refused upgrade may
 * say <code>{NO words}</code>; words that begin with "token" refuse the credentials.
 */
public final class ToyDialect implements Dialect {
    private static final List<ToyChannel> CHANNELS =
            List.of(ToyChannel.TICKS, ToyChannel.QUOTES, ToyChannel.BARS, ToyChannel.DEALS, ToyChannel.SPANS);

    @Override
    public void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException {
        String text = frame.readCharSequence(frame.readableBytes(), StandardCharsets.UTF_8)
                .toString();
        String[] words = text.split(" ", 4);
        try {
            switch (words[0]) {
                case "OK" -> sink.answer(words[1], Long.parseLong(words[2]), null);
                case "NO" -> sink.answer(words[1], Long.parseLong(words[2]), words[3]);
                case "P" -> push(channel(words[1]), words[2], words[3], sink);
                case "U" -> sink.unknown(words[1]);
                default -> throw new MalformedFrameException("not a frame of this protocol");
            }
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new MalformedFrameException("a word is missing or wrong", e);
        }
    }

    private static void push(ToyChannel channel, String key, String number, FrameSink sink) {
        try {
            sink.push(channel, key, Tick.read(key, number));
        } catch (NumberFormatException e) {
            sink.undecodable(channel, key, new MalformedFrameException("not a number", e));
        }
    }

    private static ToyChannel channel(String name) throws MalformedFrameException {
        return CHANNELS.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedFrameException("no such channel"));
    }

    @Override
    public @Nullable Answer answerIn(ByteBuf beginning) {
        String[] words = beginning.toString(StandardCharsets.UTF_8).split(" ", 4);
        boolean answer = words[0].equals("OK") || words[0].equals("CUT");
        return words.length > 2 && answer ? new Answer(words[1], Long.parseLong(words[2])) : null;
    }

    @Override
    public boolean refusesCredentials(String words) {
        return words.startsWith("token ");
    }

    @Override
    public @Nullable String refusalIn(ByteBuf body) throws MalformedFrameException {
        String text = body.readCharSequence(body.readableBytes(), StandardCharsets.UTF_8)
                .toString();
        if (!text.startsWith("{NO ")) {
            throw new MalformedFrameException("not a refusal of this protocol");
        }
        return text.substring(4, text.length() - 1);
    }

    @Override
    public Request<Instant> heartbeat() {
        return Beat.BEAT;
    }

    private enum Beat implements Request<Instant> {
        BEAT;

        @Override
        public String type() {
            return "BEAT";
        }

        @Override
        public void encode(long id, ByteBuf out) {
            out.writeCharSequence("BEAT", StandardCharsets.UTF_8);
        }

        @Override
        public Instant decode(ByteBuf frame) throws MalformedFrameException {
            String[] words = frame.toString(StandardCharsets.UTF_8).split(" ", 4);
            if (words.length < 4) {
                throw new MalformedFrameException("a heartbeat without a time");
            }
            return Instant.ofEpochSecond(Long.parseLong(words[3]));
        }
    }
}
