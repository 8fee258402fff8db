package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Sink;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which threads are calling user code of one stream, so that none of them waits for what only it could do, and has
 * the calls watched.
 */
final class UserCallTracker {
    private final ThreadLocal<Boolean> calling = ThreadLocal.withInitial(() -> false);
    private final CallWatchdog watch;

    UserCallTracker(CallWatchdog watch) {
        this.watch = watch;
    }

    /** Whether the caller is a listener of this stream, or was called by one. */
    boolean isCaller() {
        return calling.get();
    }

    /** Calls what is neither a listener nor a subscriber; {@code subject} says what it is. */
    void call(String subject, Runnable code) {
        watched(watch.caller(() -> subject), code);
    }

    private void watched(CallWatchdog.Caller caller, Runnable code) {
        caller.begins();
        try {
            call(code);
        } finally {
            caller.ends();
        }
    }

    private void call(Runnable code) {
        boolean outer = calling.get();
        calling.set(true);
        try {
            code.run();
        } finally {
            if (outer) {
                calling.set(true);
            } else {
                calling.remove();
            }
        }
    }

    /** The same outlet, known to call user code; {@code subject} says whose. */
    <T> Sink<T> behind(Sink<T> outlet, Supplier<String> subject) {
        return new Known<>(outlet, watch.caller(subject));
    }

    private final class Known<T> implements Sink<T> {
        private final Sink<T> outlet;
        private final CallWatchdog.Caller caller;

        Known(Sink<T> outlet, CallWatchdog.Caller caller) {
            this.outlet = outlet;
            this.caller = caller;
        }

        @Override
        public void start() {
            watched(caller, outlet::start);
        }

        @Override
        public boolean accepts(boolean event) {
            return outlet.accepts(event);
        }

        @Override
        public void data(T data) {
            watched(caller, () -> outlet.data(data));
        }

        @Override
        public void recovered(T data) {
            watched(caller, () -> outlet.recovered(data));
        }

        @Override
        public void event(StreamEvent event) {
            watched(caller, () -> outlet.event(event));
        }

        @Override
        public boolean hearsEvents() {
            return outlet.hearsEvents();
        }

        @Override
        public void end(@Nullable Throwable error) {
            watched(caller, () -> outlet.end(error));
        }

        @Override
        public void over() {
            call(outlet::over);
        }

        @Override
        public boolean endsOnFailure() {
            return outlet.endsOnFailure();
        }
    }
}
