package hk.qos.stream.spi;

import java.util.Arrays;

/**
 * Finds runs of one secret's characters in text, ignoring the case of ASCII letters. A table says by two characters how far
 * the search may jump, so it reads about every seventh pair of a text without the secret.
 */
final class SecretRuns {
    /** The minimum length of a run. */
    static final int LENGTH = 8;

    private static final int TABLE = 4_096;

    /** Receives what was found. */
    @FunctionalInterface
    interface Found {
        /** A run from {@code from}, inclusive, to {@code to}, exclusive. */
        void run(int from, int to);
    }

    private final String folded;
    private final String instead;
    private final byte[] jumps = new byte[TABLE];

    /** @param secret of at least {@link #LENGTH} characters */
    SecretRuns(String secret, String instead) {
        StringBuilder lower = new StringBuilder(secret.length());
        secret.chars().forEach(c -> lower.append(folded((char) c)));
        this.folded = lower.toString();
        this.instead = instead;
        Arrays.fill(jumps, (byte) (LENGTH - 1));
        for (int end = 1; end < folded.length(); end++) {
            // From the seventh on, every pair of the secret can end a run.
            int pair = pair(folded.charAt(end - 1), folded.charAt(end));
            jumps[pair] = (byte) Math.min(jumps[pair], Math.max(0, LENGTH - 1 - end));
        }
    }

    String instead() {
        return instead;
    }

    void find(CharSequence text, Found found) {
        int end = LENGTH - 1;
        while (end < text.length()) {
            int jump = jumps[pair(folded(text.charAt(end - 1)), folded(text.charAt(end)))];
            if (jump > 0) {
                end += jump;
            } else {
                int from = end - LENGTH + 1;
                if (isRun(text, from)) {
                    found.run(from, end + 1);
                }
                end++;
            }
        }
    }

    private boolean isRun(CharSequence text, int from) {
        for (int start = 0; start + LENGTH <= folded.length(); start++) {
            int same = 0;
            while (same < LENGTH && folded(text.charAt(from + same)) == folded.charAt(start + same)) {
                same++;
            }
            if (same == LENGTH) {
                return true;
            }
        }
        return false;
    }

    private static int pair(char first, char second) {
        return (first * 31 + second) & (TABLE - 1);
    }

    private static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
}
