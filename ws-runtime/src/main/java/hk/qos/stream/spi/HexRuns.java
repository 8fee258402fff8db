package hk.qos.stream.spi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Finds a secret in hexadecimal digits, as Okio prints bytes that are not text. */
final class HexRuns {
    private HexRuns() {}

    static void find(SecretRuns secret, String text, SecretRuns.Found found) {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !HexFormat.isHexDigit(text.charAt(at))) {
                if (at - from >= 2 * SecretRuns.LENGTH) {
                    // After another digit, a byte may start at either digit.
                    bytes(secret, text, from, at, found);
                    bytes(secret, text, from + 1, at, found);
                }
                from = at + 1;
            }
        }
    }

    private static void bytes(SecretRuns secret, String text, int from, int to, SecretRuns.Found found) {
        int end = to - (to - from) % 2;
        String bytes = new String(HexFormat.of().parseHex(text, from, end), StandardCharsets.ISO_8859_1);
        secret.find(bytes, (first, past) -> found.run(from + 2 * first, from + 2 * past));
    }
}
