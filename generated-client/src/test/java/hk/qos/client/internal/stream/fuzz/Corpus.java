package hk.qos.client.internal.stream.fuzz;

import com.squareup.moshi.JsonReader;
import hk.qos.stream.internal.json.JsonOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import okio.Buffer;

/** The frames that servers send, from the examples of the documents. */
final class Corpus {
    private static final String ROOT = "/hk/qos/spec/examples/";

    private Corpus() {}

    static List<byte[]> frames() {
        return text("index.txt")
                .lines()
                .filter(path -> path.matches("(tolerated/)?stream/(push.*|.*(Ack|Reply)\\..*)"))
                .map(path -> JsonOutput.raw(value(path)))
                .toList();
    }

    private static String value(String path) {
        try (JsonReader in = JsonReader.of(new Buffer().writeUtf8(text(path)))) {
            in.beginObject();
            while (!in.nextName().equals("value")) {
                in.skipValue();
            }
            return in.nextSource().readUtf8();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(ROOT + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
