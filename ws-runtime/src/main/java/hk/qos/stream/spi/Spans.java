package hk.qos.stream.spi;

import java.util.BitSet;

/** The characters of a text to replace. */
final class Spans {
    private final BitSet marked = new BitSet();

    void add(int from, int to) {
        marked.set(from, to);
    }

    /** Adds a span if a part of it is marked. */
    void addIfTouched(int from, int to) {
        int next = marked.nextSetBit(from);
        if (next >= 0 && next < to) {
            marked.set(from, to);
        }
    }

    boolean isEmpty() {
        return marked.isEmpty();
    }

    /** The text with each marked span replaced by {@code instead}. */
    String replaced(String text, String instead) {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        for (int from = marked.nextSetBit(0); from >= 0; from = marked.nextSetBit(at)) {
            result.append(text, at, from).append(instead);
            at = marked.nextClearBit(from);
        }
        return result.append(text, at, text.length()).toString();
    }
}
