package hk.qos.stream.toy;

import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET:deals 17 a,b}, answered by {@code OK GET:deals 17 a=1,2;b=3}. */
record ToyRecovery(String channel) implements Recovery<Tick> {

    @Override
    public int most() {
        return 5;
    }

    @Override
    public Request<Map<String, List<Tick>>> request(Collection<String> keys) {
        return new Get("GET:" + channel, String.join(",", keys)).as(ToyRecovery::ticks);
    }

    private static Map<String, List<Tick>> ticks(String text) {
        Map<String, List<Tick>> ticks = new HashMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            String[] words = part.split("=", 2);
            List<Tick> some = new ArrayList<>();
            for (String number : words[1].split(",", -1)) {
                some.add(Tick.read(words[0], number));
            }
            ticks.put(words[0], some);
        }
        return ticks;
    }

    private record Get(String type, String keys) implements Request<String> {
        @Override
        public void encode(long id, ByteBuf out) {
            out.writeCharSequence(type + " " + id + " " + keys, StandardCharsets.UTF_8);
        }

        @Override
        public String decode(ByteBuf frame) throws MalformedFrameException {
            String[] words = frame.toString(StandardCharsets.UTF_8).split(" ", 4);
            if (words.length < 4) {
                throw new MalformedFrameException("an answer without items");
            }
            return words[3];
        }
    }
}
