package hk.qos.stream.virtual;

import org.jspecify.annotations.Nullable;

/** What checks inside callbacks find: thrown there, the engine would catch it, as it must. */
final class Complaints {
    private @Nullable AssertionError first;

    void about(Runnable check) {
        try {
            check.run();
        } catch (AssertionError e) {
            first = first == null ? e : first;
        }
    }

    void raise() {
        if (first != null) {
            throw first;
        }
    }
}
