package hk.qos.simulator.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording of a stream, in the format that {@code hk.qos.stream.Recording} describes. Immutable. */
public final class RecordedStream {
    private static final int VERSION = 1;

    /** One message. */
    public static final class Message {
        private final long millis;
        private final byte[] frame;

        private Message(long millis, byte[] frame) {
            this.millis = millis;
            this.frame = frame;
        }

        /** The time in milliseconds since the first message, without the time between two recordings in one file. */
        public long millis() {
            return millis;
        }

        /** A copy of the message's bytes. */
        public byte[] frame() {
            return frame.clone();
        }
    }

    private final List<Message> messages;

    private RecordedStream(List<Message> messages) {
        this.messages = List.copyOf(messages);
    }

    /**
     * Reads a file. Ignores a truncated last line, which a killed process leaves.
     *
     * @throws IllegalArgumentException if the file cannot be read or is not a recording; the message names file and
     *     line
     */
    public static RecordedStream read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the recording " + file + ": " + e, e);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The recording " + file + " is empty");
        }
        List<Message> messages = new ArrayList<>();
        long millis = 0;
        long last = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = parsed(file, lines, i);
            long at = line.path("at").asLong(last);
            boolean begins = line.has("recording");
            if ((i == 0 || begins) && line.path("recording").asInt(0) != VERSION) {
                throw new IllegalArgumentException(
                        file + " line " + (i + 1) + ": not a recording of version " + VERSION);
            }
            boolean counts = !begins && !messages.isEmpty();
            millis += counts ? Math.max(0, at - last) : 0;
            last = at;
            if (line.has("text")) {
                messages.add(new Message(millis, line.path("text").asString().getBytes(StandardCharsets.UTF_8)));
            } else if (line.has("base64")) {
                messages.add(new Message(
                        millis, Base64.getDecoder().decode(line.path("base64").asString())));
            }
        }
        return new RecordedStream(messages);
    }

    private static JsonNode parsed(Path file, List<String> lines, int index) {
        try {
            return JsonMapper.shared().readTree(lines.get(index));
        } catch (JacksonException e) {
            if (index > 0 && index == lines.size() - 1) {
                return JsonMapper.shared().createObjectNode();
            }
            throw new IllegalArgumentException(
                    file + " line " + (index + 1) + ": no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The messages, in order. */
    public List<Message> messages() {
        return messages;
    }
}
