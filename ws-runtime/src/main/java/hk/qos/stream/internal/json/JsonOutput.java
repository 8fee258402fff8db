package hk.qos.stream.internal.json;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Appends JSON values to a buffer. The caller writes punctuation and names, as constants of {@link #raw}. */
public final class JsonOutput {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private JsonOutput() {}

    /** The bytes of {@code json}, written without change. Allocates, so callers keep the result in a constant. */
    public static byte[] raw(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** A text in quotes, escaped as needed. An unpaired surrogate becomes {@code ?}. */
    public static void string(ByteBuf out, String text) {
        out.writeByte('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            ByteBufUtil.writeUtf8(out, text, plain, i);
            escape(out, c);
            plain = i + 1;
        }
        ByteBufUtil.writeUtf8(out, text, plain, text.length());
        out.writeByte('"');
    }

    private static void escape(ByteBuf out, char c) {
        out.writeByte('\\');
        switch (c) {
            case '"', '\\' -> out.writeByte(c);
            case '\n' -> out.writeByte('n');
            case '\r' -> out.writeByte('r');
            case '\t' -> out.writeByte('t');
            default -> {
                out.writeByte('u').writeByte('0').writeByte('0');
                out.writeByte(HEX[c >> 4]).writeByte(HEX[c & 15]);
            }
        }
    }

    /** A whole number. */
    public static void int64(ByteBuf out, long value) {
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                out.writeCharSequence("-9223372036854775808", StandardCharsets.US_ASCII);
                return;
            }
            out.writeByte('-');
            value = -value;
        }
        long power = 1;
        while (value / power >= 10) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            out.writeByte((byte) ('0' + value / power % 10));
        }
    }

    /** {@code true} or {@code false}. */
    public static void bool(ByteBuf out, boolean value) {
        out.writeCharSequence(value ? "true" : "false", StandardCharsets.US_ASCII);
    }

    /** A decimal as text, without exponent. */
    public static void decimal(ByteBuf out, BigDecimal value) {
        string(out, value.toPlainString());
    }

    /** An instant in seconds since the epoch; fractions of a second are cut off. */
    public static void epochSecond(ByteBuf out, Instant value) {
        int64(out, value.getEpochSecond());
    }
}
