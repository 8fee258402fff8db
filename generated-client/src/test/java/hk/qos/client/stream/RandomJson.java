package hk.qos.client.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes JSON objects with given member names, as servers write them and as they never should; the same for one seed. */
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
            "\"NaN\"",
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
            "true");
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
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\t ", "\r\n");

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** Mostly what the names are for, in any order, with members left out, doubled and strange. */
    String object(List<String> names) {
        List<String> chosen = new ArrayList<>(names);
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
                    .append(value(chosen.get(i)))
                    .append(space());
        }
        return json.append('}').append(space()).toString();
    }

    private String value(String name) {
        if (random.nextInt(60) == 0) {
            return oneOf(random.nextBoolean() ? OTHERS : DECIMALS);
        }
        return switch (name) {
            case "c" -> usual(CODES, 6);
            case "ts", "s", "tt", "d", "kt" -> usual(WHOLE, 2);
            case "a", "b" -> levels();
            case "pq", "aq", "nq" ->
                random.nextInt(4) == 0 ? "null" : object(List.of("lp", "yp", "h", "l", "ts", "v", "t"));
            case "tp" -> "\"S\"";
            case "lp", "yp", "o", "h", "l", "v", "t", "p", "cl" -> usual(DECIMALS, 8);
            default -> oneOf(OTHERS.subList(0, 10));
        };
    }

    private String levels() {
        if (random.nextInt(10) == 0) {
            return "null";
        }
        StringBuilder json = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append(random.nextInt(15) == 0 ? "null" : object(List.of("p", "v")))
                    .append(i > 1 ? "," : space());
        }
        return json.append(']').toString();
    }

    /** One of the first ones three times out of four, so that not every document has something refused. */
    private String usual(List<String> values, int first) {
        return oneOf(random.nextInt(4) > 0 ? values.subList(0, first) : values);
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
