package hk.qos.stream.internal.json;

import hk.qos.stream.spi.MalformedFrameException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads strings with escapes or non-ASCII text. Refuses invalid UTF-8. */
final class Escapes {
    private Escapes() {}

    /** The length in bytes of the escape whose backslash is at {@code p}. */
    static int length(ByteScanner in, int p) throws MalformedFrameException {
        if (in.at(p + 1) != 'u') {
            simple(in, p);
            return 2;
        }
        unit(in, p);
        return 6;
    }

    /** The text from {@code from} to {@code to}, without the quotes. */
    static String text(ByteScanner in, int from, int to) throws MalformedFrameException {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        for (int p = from; p < to; ) {
            if (in.bytes[p] != '\\') {
                p++;
                continue;
            }
            text.append(utf8(in, plain, p));
            int length = length(in, p);
            text.append(length == 2 ? simple(in, p) : unit(in, p));
            p += length;
            plain = p;
        }
        return text.append(utf8(in, plain, to)).toString();
    }

    /** Decodes bytes without escapes. */
    static String utf8(ByteScanner in, int from, int to) throws MalformedFrameException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            in.pos = from;
            throw in.malformed("text is not UTF-8");
        }
    }

    private static char simple(ByteScanner in, int p) throws MalformedFrameException {
        int c = in.at(p + 1);
        return switch (c) {
            case '"', '\\', '/', '\'', '\n' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw in.malformed("a string has an unknown escape");
        };
    }

    private static char unit(ByteScanner in, int p) throws MalformedFrameException {
        int unit = 0;
        for (int i = 2; i < 6; i++) {
            int digit = Character.digit(in.at(p + i), 16);
            if (digit < 0) {
                throw in.malformed("a string has a broken escape");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
