package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Sink;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks which threads are calling user code of one stream, so that none of them waits for itself, and has the calls
 * watched. Any thread.
 */
final class UserCallTracker {
    private final ThreadLocal<Boolean> calling = ThreadLocal.withInitial(() -> false);
    private final CallWatchdog watchdog;

    UserCallTracker(CallWatchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** Whether the calling thread runs a listener of this stream. */
    boolean isCaller() {
        return calling.get();
    }

    /** Calls user code that is neither a listener nor a subscriber; {@code subject} names it in log lines. */
    void call(String subject, Runnable code) {
        watched(watchdog.caller(() -> subject), code);
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

    /** Sentences for an explanation about calls that do not return; blank if all do. */
    String stuckCalls() {
        return StuckListenerLog.sentences(watchdog.stuck());
    }

    /** Stops watching. */
    void stop() {
        watchdog.stop();
    }

    /** Wraps a sink that calls user code; {@code subject} names it in log lines. */
    <T> Sink<T> tracked(Sink<T> sink, Supplier<String> subject) {
        return new Tracked<>(sink, watchdog.caller(subject));
    }

    private final class Tracked<T> implements Sink<T> {
        private final Sink<T> sink;
        private final CallWatchdog.Caller caller;

        Tracked(Sink<T> sink, CallWatchdog.Caller caller) {
            this.sink = sink;
            this.caller = caller;
        }

        @Override
        public void start() {
            watched(caller, sink::start);
        }

        @Override
        public boolean accepts(boolean event) {
            return sink.accepts(event);
        }

        @Override
        public void data(T data) {
            watched(caller, () -> sink.data(data));
        }

        @Override
        public void recovered(T data) {
            watched(caller, () -> sink.recovered(data));
        }

        @Override
        public void event(StreamEvent event) {
            watched(caller, () -> sink.event(event));
        }

        @Override
        public boolean hearsEvents() {
            return sink.hearsEvents();
        }

        @Override
        public void end(@Nullable Throwable error) {
            watched(caller, () -> sink.end(error));
        }

        @Override
        public void over() {
            call(sink::over);
        }

        @Override
        public boolean endsOnFailure() {
            return sink.endsOnFailure();
        }
    }
}
