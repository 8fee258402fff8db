package hk.qos.simulator.spec;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import tools.jackson.databind.JsonNode;

/** Validates one kind of message against its schema in the documents. Thread-safe. */
public final class PayloadCheck {
    private final Schema schema;
    private final Shape shape;
    private final Map<String, String> formats;

    /** @param formats what is wrong with a value that violates a format, by the format's name */
    PayloadCheck(Schema schema, Shape shape, Map<String, String> formats) {
        this.schema = schema;
        this.shape = shape;
        this.formats = formats;
    }

    /** The violations of the schema. Unknown fields are allowed, since the vendor adds fields without notice. */
    public List<Problem> problems(JsonNode message) {
        List<Problem> problems = new ArrayList<>();
        for (Error error : schema.validate(message)) {
            problems.add(problem(error));
        }
        return problems;
    }

    /** Like {@link #problems}, but unknown fields are problems too; for messages of clients. */
    public List<Problem> strictProblems(JsonNode message) {
        List<Problem> problems = problems(message);
        shape.walk(message, new Shape.Visitor() {
            @Override
            public void stray(String path, JsonNode value) {
                problems.add(new Problem(path, value.toString(), "is not a field of this message"));
            }
        });
        return problems;
    }

    /** The texts in the message whose schema has one of these formats, in order. */
    public List<String> texts(JsonNode message, Set<String> formats) {
        List<String> texts = new ArrayList<>();
        shape.walk(message, new Shape.Visitor() {
            @Override
            public void formatted(String format, JsonNode value) {
                if (value.isString() && formats.contains(format)) {
                    texts.add(value.asString());
                }
            }
        });
        return texts;
    }

    /** The numbers with {@code x-limit} that exceed the plan's limit. */
    public List<Problem> exceeding(JsonNode message, int most) {
        List<Problem> problems = new ArrayList<>();
        shape.walk(message, new Shape.Visitor() {
            @Override
            public void limited(String path, JsonNode value) {
                if (value.asLong() > most) {
                    problems.add(new Problem(path, value.toString(), "exceeds the " + most + " that the plan permits"));
                }
            }
        });
        return problems;
    }

    /** Whether the schema names this field at the top. */
    public boolean names(String field) {
        return shape.fields().containsKey(field);
    }

    /** The only value that the schema allows a field, or an empty text. */
    String fixed(String field) {
        DocumentNode found = shape.fields().get(field);
        if (found == null || found.node().path("enum").size() != 1) {
            return "";
        }
        return found.node().path("enum").get(0).asString();
    }

    private Problem problem(Error error) {
        String field = error.getInstanceLocation().toString();
        JsonNode node = error.getInstanceNode();
        return new Problem(readable(field), node == null ? "" : node.toString(), rule(error));
    }

    private String rule(Error error) {
        Object[] arguments = error.getArguments();
        boolean isFormat = error.getKeyword().equals("format") && arguments != null && arguments.length > 0;
        return isFormat ? formats.getOrDefault(String.valueOf(arguments[0]), error.getMessage()) : error.getMessage();
    }

    /** {@code /kline_reqs/0/co} as {@code kline_reqs[0].co}. */
    private static String readable(String pointer) {
        StringBuilder text = new StringBuilder();
        for (StringTokenizer parts = new StringTokenizer(pointer, "/"); parts.hasMoreTokens(); ) {
            String part = parts.nextToken();
            if (part.chars().allMatch(Character::isDigit)) {
                text.append('[').append(part).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(part);
            }
        }
        return text.toString();
    }
}
