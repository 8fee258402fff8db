package hk.qos.client.internal.stream.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Generates frames: arbitrary bytes, damaged and wrongly combined real frames, deep nesting, huge numbers, invalid UTF-8.
 * The same random numbers give the same frame.
 *
 * <p>A generator with a seed rather than a coverage-guided fuzzer: the grammar is small and the documents have an example
 * of every frame, so mutations of those reach every branch of the readers; an input is named and replayed by one number;
 * and it runs on any JDK, without an agent or a native library.
 */
final class Frames {
    private static final String STRUCTURE = "{}[]\",:\\0-.eEnutf ";
    private static final int MAX_BYTES = 64 << 10;
    private static final byte[][] BROKEN_UTF8 = {
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xE8, (byte) 0x85},
        {(byte) 0x80},
        {(byte) 0xFF},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {0},
    };
    private static final List<String> NUMBERS = List.of(
            "1e999999999",
            "1E-999999999",
            "-0",
            "9223372036854775808",
            "-9223372036854775809",
            "1e2147483648",
            "0.0000000000000000000000000000000000001",
            "\"1e999999999\"",
            "\"Infinity\"",
            "31556889864403200",
            "--1",
            "1e",
            "0x1");

    private final List<byte[]> real;

    /** @param real frames as servers send them, at least one */
    Frames(List<byte[]> real) {
        this.real = List.copyOf(real);
    }

    /** The real frames, from which others are derived. */
    List<byte[]> real() {
        return real;
    }

    byte[] next(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> arbitrary(random);
            case 1 -> nested(random);
            case 2 -> replaced(random, number(random));
            case 3 -> inserted(random, BROKEN_UTF8[random.nextInt(BROKEN_UTF8.length)]);
            case 4 -> joined(random);
            case 5 -> repeated(random);
            default -> damaged(random);
        };
    }

    private byte[] one(RandomGenerator random) {
        return real.get(random.nextInt(real.size()));
    }

    /** From 1 to {@code most}, small numbers as often as large ones: large inputs are slow, and show little more. */
    private static int upTo(int most, RandomGenerator random) {
        return (int) Math.round(Math.exp(random.nextDouble() * Math.log(most)));
    }

    private static byte[] arbitrary(RandomGenerator random) {
        byte[] bytes = new byte[upTo(MAX_BYTES, random) - 1];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] damaged(RandomGenerator random) {
        byte[] whole = one(random);
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(5); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte)
                    (random.nextBoolean() ? STRUCTURE.charAt(random.nextInt(STRUCTURE.length())) : random.nextInt(256));
        }
        return bytes;
    }

    /** More nested brackets than any stack can hold, alone or as the value of a field. */
    private byte[] nested(RandomGenerator random) {
        int depth = upTo(MAX_BYTES / 8, random);
        String open = List.of("[", "{\"a\":", "[[1],", "{\"tp\":{").get(random.nextInt(4));
        String close = random.nextBoolean() ? "" : (open.startsWith("{") ? "}" : "]").repeat(depth);
        byte[] nest = (open.repeat(depth) + close).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) == 0 ? nest : replaced(random, nest);
    }

    private static byte[] number(RandomGenerator random) {
        String text = random.nextBoolean()
                ? NUMBERS.get(random.nextInt(NUMBERS.size()))
                : (random.nextBoolean() ? "-" : "")
                        + "7".repeat(upTo(MAX_BYTES / 4, random))
                        + (random.nextBoolean() ? "." + "3".repeat(upTo(2_000, random)) : "");
        boolean quoted = random.nextBoolean() && !text.startsWith("\"");
        return (quoted ? '"' + text + '"' : text).getBytes(StandardCharsets.UTF_8);
    }

    /** A real frame with another value after one of its colons. */
    private byte[] replaced(RandomGenerator random, byte[] value) {
        byte[] whole = one(random);
        int start = after(whole, (byte) ':', random);
        int end = start;
        while (end < whole.length && whole[end] != ',' && whole[end] != '}' && whole[end] != ']') {
            end++;
        }
        return join(Arrays.copyOf(whole, start), value, Arrays.copyOfRange(whole, end, whole.length));
    }

    private byte[] inserted(RandomGenerator random, byte[] bytes) {
        byte[] whole = one(random);
        int at = random.nextInt(4) == 0 ? random.nextInt(whole.length + 1) : after(whole, (byte) '"', random);
        return join(Arrays.copyOf(whole, at), bytes, Arrays.copyOfRange(whole, at, whole.length));
    }

    /** The beginning of one frame and the end of another. */
    private byte[] joined(RandomGenerator random) {
        byte[] first = one(random);
        byte[] second = one(random);
        int from = random.nextInt(second.length + 1);
        return join(
                Arrays.copyOf(first, random.nextInt(first.length + 1)),
                Arrays.copyOfRange(second, from, second.length));
    }

    /** A part of a frame repeated many times: long texts, long lists, many members. */
    private byte[] repeated(RandomGenerator random) {
        byte[] whole = one(random);
        int from = random.nextInt(whole.length);
        int to = from + 1 + random.nextInt(Math.min(40, whole.length - from));
        byte[] piece = Arrays.copyOfRange(whole, from, to);
        int times = upTo(Math.max(1, MAX_BYTES / piece.length), random);
        byte[] many = new byte[piece.length * times];
        for (int i = 0; i < many.length; i++) {
            many[i] = piece[i % piece.length];
        }
        return join(Arrays.copyOf(whole, from), many, Arrays.copyOfRange(whole, from, whole.length));
    }

    /** The place after one of the {@code mark}s, or the beginning. */
    private static int after(byte[] whole, byte mark, RandomGenerator random) {
        int start = random.nextInt(whole.length);
        for (int i = 0; i < whole.length; i++) {
            int at = (start + i) % whole.length;
            if (whole[at] == mark) {
                return at + 1;
            }
        }
        return 0;
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
