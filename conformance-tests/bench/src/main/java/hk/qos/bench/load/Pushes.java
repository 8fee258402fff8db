package hk.qos.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The pushes of a benchmark: the documents' examples with other codes and other digits. Of 20 pushes, 8 are snapshots, 7
 * trades, 4 depths of ten levels, and 1 is a K-line. The same seed gives the same pushes.
 */
public final class Pushes {
    private static final String[] KINDS = {
        "S", "T", "D", "S", "T", "S", "T", "D", "S", "K", "S", "T", "D", "S", "T", "S", "T", "D", "S", "T"
    };
    /** After so many pushes the kinds come in the same order again. */
    public static final int ROUND = KINDS.length;

    private static final int LEVELS = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(7);

    private Pushes() {}

    /** Returns the codes of a market without leading zeros, so that clients and server spell them in the same way. */
    public static List<String> codes(int count) {
        List<String> codes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            codes.add("US:" + letter(i / 676) + letter(i / 26) + letter(i));
        }
        return codes;
    }

    private static char letter(int i) {
        return (char) ('A' + i % 26);
    }

    /** Returns the JSON texts of {@code count} pushes about {@code codes}. */
    public static List<String> texts(int count, List<String> codes) throws IOException {
        Pushes pushes = new Pushes();
        ObjectNode snapshot = example("pushSnapshot.us");
        ObjectNode trade = example("pushTrade.us");
        ObjectNode depth = example("pushDepth.sz");
        ObjectNode kLine = example("pushKLine.sh");
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ObjectNode like = switch (KINDS[i % KINDS.length]) {
                case "S" -> snapshot;
                case "T" -> trade;
                case "D" -> depth;
                default -> kLine;
            };
            ObjectNode push = pushes.varied(like);
            push.put("c", codes.get(pushes.random.nextInt(codes.size())));
            texts.add(push.toString());
        }
        return texts;
    }

    private static ObjectNode example(String name) throws IOException {
        String resource = "/hk/qos/spec/examples/stream/" + name + ".json";
        try (InputStream in = Pushes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the documents have no example " + resource);
            }
            return (ObjectNode) JSON.readTree(in).get("value");
        }
    }

    private ObjectNode varied(ObjectNode like) {
        ObjectNode varied = JSON.createObjectNode();
        like.properties().forEach(field -> varied.set(field.getKey(), varied(field.getKey(), field.getValue())));
        return varied;
    }

    private JsonNode varied(String name, JsonNode value) {
        if (value.isTextual() && !name.equals("tp")) {
            return TextNode.valueOf(digits(value.textValue()));
        }
        if (value.isArray()) {
            ArrayNode levels = JSON.createArrayNode();
            for (int i = 0; i < LEVELS; i++) {
                levels.add(varied((ObjectNode) value.get(i % value.size())));
            }
            return levels;
        }
        return value;
    }

    /** Replaces each digit but the first, so that the text keeps its length. */
    private String digits(String text) {
        StringBuilder varied = new StringBuilder(text);
        for (int i = 1; i < varied.length(); i++) {
            if (Character.isDigit(varied.charAt(i))) {
                varied.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return varied.toString();
    }

    /** Returns the text as an unmasked WebSocket frame. */
    static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        int header = payload.length < 126 ? 2 : 4;
        byte[] frame = new byte[header + payload.length];
        frame[0] = (byte) 0x81;
        if (header == 2) {
            frame[1] = (byte) payload.length;
        } else {
            frame[1] = 126;
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
        }
        System.arraycopy(payload, 0, frame, header, payload.length);
        return frame;
    }
}
