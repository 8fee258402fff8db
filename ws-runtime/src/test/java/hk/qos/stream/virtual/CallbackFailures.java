package hk.qos.stream.virtual;

import org.jspecify.annotations.Nullable;

/** Collects failed checks of callbacks, since the engine catches what a callback throws. */
final class CallbackFailures {
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
