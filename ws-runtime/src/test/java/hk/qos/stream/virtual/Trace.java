package hk.qos.stream.virtual;

import java.util.ArrayList;
import java.util.List;

/** The trace of a run and its violations, in order. */
final class Trace {
    private final VirtualLoop loop;
    private final List<String> lines = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    Trace(VirtualLoop loop) {
        this.loop = loop;
    }

    void add(String what) {
        lines.add(loop.nanoTime() / 1_000 + " us: " + what);
    }

    /** Recorded, not thrown, since the engine catches exceptions of callbacks. */
    void violation(String what) {
        add("VIOLATION " + what);
        violations.add(what);
    }

    List<String> lines() {
        return lines;
    }

    List<String> violations() {
        return violations;
    }

    /** The end of the trace, up to the first violation. */
    String tail(int most) {
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("VIOLATION")) {
                end = Math.min(lines.size(), i + 3);
                break;
            }
        }
        return String.join("\n", lines.subList(Math.max(0, end - most), end));
    }
}
