package hk.qos.client.internal.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Generates valid and invalid JSON objects with the fields of a schema; the same seed gives the same objects. */
final class RandomJson {
    private static final List<String> DECIMALS = List.of(
            "\"1.50\"",
            "\"0\"",
            "\"-0.00\"",
            "\"24755030678.8250007629\"",
            "\"83538.00\"",
            "12.5",
            "-3",
            "0",
            "1e3",
            "\"1E-7\"",
            "\"\"",
            "null",
            "\"999999999999999999\"",
            "\"9999999999999999999\"",
            "\"00.10\"",
            "\".5\"",
            "\"5.\"",
            "\"+1\"",
            "123456789012345678901234567890.10",
            "1.0E+2",
            "-0",
            "\"\\u0031.5\"",
            "\"1\\u002e25\"",
            "\"1e2000\"",
            "\"x\"",
            "\"1,5\"",
            "\" 1\"",
            "\"-\"",
            "\".\"",
            "01",
            "1.",
            "NaN",
            "-Infinity",
            "\"NaN\"",
            "\"--\"",
            "\"N/A\"",
            "\" 5.10 \"",
            "\"\\u00205.10\"",
            "\" - \"",
            "\"٣\"");
    private static final List<String> WHOLE = List.of(
            "1773155061",
            "0",
            "-5",
            "\"17\"",
            "17.0",
            "1e9",
            "null",
            "\"\"",
            "1.5",
            "99999999999",
            "9223372036854775807",
            "9223372036854775808",
            "\"x\"",
            "007",
            "\"007\"",
            "-0",
            "31556889864403199",
            "1773155061123",
            "\"1773155061123\"",
            "\" 17 \"",
            "\"-\"",
            "Infinity",
            "1001",
            "1",
            "2",
            "3",
            "4",
            "30",
            "2001",
            "77");
    private static final List<String> CODES = List.of(
            "\"US:AAPL\"",
            "\"HK:00700\"",
            "\"HK:700\"",
            "\"SZ:000001\"",
            "\"HK\\u003a09988\"",
            "\"\"",
            "null",
            "\"AAPL\"",
            "12",
            "\"ZZ:1\"",
            "\"US:BRK.B\"",
            "\"HK:0\"",
            "\"US:腾\"",
            "\"HK:0000\"",
            "\" US:AAPL \"",
            "\"US:aapl\"",
            "\"IX:aapl\"",
            "\"-\"",
            "\" \"",
            "NaN",
            "true");
    private static final List<String> DATES = List.of(
            "\"2026-03-10T15:04:18Z\"",
            "\"2026-03-10T15:04:18+08:00\"",
            "null",
            "\"20260310\"",
            "\"2026-03-10\"",
            "20260310",
            "\"\"",
            "\"2026-13-40\"");
    private static final List<String> FLAGS = List.of("true", "false", "null", "\"true\"", "1", "0", "\"\"");
    private static final List<String> TEXTS =
            List.of("\"text\"", "\"腾讯 \\ud83d\\ude00\"", "\"\"", "null", "\"US:AAPL\"", "1.50", "true", "\"\\u0031\"");
    private static final List<String> OTHERS = List.of(
            "[]",
            "{}",
            "[1,{\"a\":[null,\"}\"]}]",
            "{\"a\":{\"b\":[[]]}}",
            "true",
            "false",
            "TRUE",
            "Null",
            "\"text \\n \\\" 腾讯 \\ud83d\\ude00\"",
            "\"\\ud800\"",
            "\"\\'\"",
            "[1 2]",
            "{\"a\":1,}",
            "[,]",
            "tru",
            "\"\\q\"",
            "\"\\u12\"");
    private static final List<String> KEYS = List.of("\"HK\"", "\"US\"", "\"1\"");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t ", "\r\n");

    /** The facts of a schema, read once, since that takes longer than generating a value. */
    private record Form(
            @Nullable Document items,
            @Nullable Document entries,
            Map<String, Document> fields,
            List<?> values,
            String format) {
        static Form of(Document schema) {
            String type = schema.text("type");
            String format = schema.text("format");
            List<?> values = type.equals("string") ? schema.values() : List.of();
            return new Form(
                    schema.items(), schema.entries(), schema.fields(), values, format.isEmpty() ? type : format);
        }
    }

    /** The average number of unusual values in a document, independent of the number of fields. */
    private static final int UNUSUAL = 5;

    private static final int LEAST_SPREAD = 4;

    private final Random random;
    private final Map<String, Document> fields;
    private final int spread;
    private final IdentityHashMap<Object, Form> forms = new IdentityHashMap<>();

    RandomJson(long seed, Map<String, Document> fields) {
        this.random = new Random(seed);
        this.fields = fields;
        this.spread = Math.max(LEAST_SPREAD, values(fields) / UNUSUAL);
    }

    /** The approximate number of values of an object. */
    private static int values(Map<String, Document> fields) {
        return fields.values().stream().mapToInt(RandomJson::values).sum();
    }

    private static int values(Document field) {
        Document items = field.items() != null ? field.items() : field.entries();
        return items != null ? 2 * values(items) : Math.max(1, values(field.fields()));
    }

    /** Mostly valid values in any order, with missing, repeated and unknown members. */
    String object() {
        return object(fields);
    }

    private String object(Map<String, Document> fields) {
        List<String> chosen = new ArrayList<>(fields.keySet());
        Collections.shuffle(chosen, random);
        chosen.removeIf(name -> random.nextInt(8) == 0);
        for (int i = random.nextInt(3); i > 0; i--) {
            chosen.add(
                    random.nextInt(chosen.size() + 1),
                    oneOf(List.of("x", "longer name", "tpx", "", "codes", "\\u0000", "价")));
        }
        if (!chosen.isEmpty() && random.nextInt(10) == 0) {
            chosen.add(oneOf(chosen));
        }
        StringBuilder json = new StringBuilder(space()).append('{').append(space());
        for (int i = 0; i < chosen.size(); i++) {
            json.append(i > 0 ? "," + space() : "")
                    .append('"')
                    .append(written(chosen.get(i)))
                    .append('"');
            json.append(space())
                    .append(':')
                    .append(space())
                    .append(value(fields.get(chosen.get(i))))
                    .append(space());
        }
        return json.append('}').append(space()).toString();
    }

    /** A value of an unknown field if {@code field} is null. */
    private String value(@Nullable Document field) {
        if (field == null) {
            return oneOf(OTHERS.subList(0, 10));
        }
        if (random.nextInt(15 * spread) == 0) {
            return oneOf(random.nextBoolean() ? OTHERS : DECIMALS);
        }
        Form form = forms.computeIfAbsent(field.value(), known -> Form.of(field));
        if (form.items != null) {
            return list(form.items);
        }
        if (form.entries != null) {
            return map(form.entries);
        }
        if (!form.fields.isEmpty()) {
            return random.nextInt(4) == 0 ? "null" : object(form.fields);
        }
        return form.values.isEmpty() ? plain(form.format) : known(form.values);
    }

    private String plain(String format) {
        return switch (format) {
            case "instrument-code" -> usual(CODES, 6);
            case "decimal", "number" -> usual(DECIMALS, 8);
            case "integer", "int32", "int64", "unix-time", "unix-time-ms" -> usual(WHOLE, 2);
            case "date-time", "date", "compact-date" -> usual(DATES, 3);
            case "boolean" -> usual(FLAGS, 2);
            default -> usual(TEXTS, 4);
        };
    }

    /** A value of an enumeration of texts, sometimes an unknown one. */
    private String known(List<?> values) {
        return isUnusual() ? oneOf(TEXTS) : "\"" + values.get(random.nextInt(values.size())) + "\"";
    }

    private String list(Document items) {
        if (random.nextInt(10) == 0) {
            return "null";
        }
        StringBuilder json = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append(random.nextInt(15) == 0 ? "null" : value(items)).append(i > 1 ? "," : space());
        }
        return json.append(']').toString();
    }

    private String map(Document entries) {
        if (random.nextInt(10) == 0) {
            return "null";
        }
        StringBuilder json = new StringBuilder("{");
        int size = random.nextInt(KEYS.size());
        for (int i = 0; i < size; i++) {
            json.append(i > 0 ? "," : space()).append(KEYS.get(i)).append(':').append(value(entries));
        }
        return json.append('}').toString();
    }

    /** Mostly one of the first alternatives, so that many documents are accepted. */
    private String usual(List<String> values, int first) {
        return oneOf(isUnusual() ? values : values.subList(0, first));
    }

    private boolean isUnusual() {
        return random.nextInt(spread) == 0;
    }

    /** The name, or the name with one of its characters as an escape. */
    private String written(String name) {
        if (name.isEmpty() || name.startsWith("\\") || random.nextInt(12) > 0) {
            return name;
        }
        int at = random.nextInt(name.length());
        return name.substring(0, at) + String.format("\\u%04x", (int) name.charAt(at)) + name.substring(at + 1);
    }

    private String space() {
        return random.nextInt(3) == 0 ? oneOf(SPACES) : "";
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
