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
    private final CallWatchdog watchdog;

    UserCallTracker(CallWatchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** Whether the calling thread runs a listener of this stream. */
    boolean isCaller() {
        return watchdog.isCaller(Thread.currentThread());
    }

    /** Calls user code that is neither a listener nor a subscriber; {@code subject} names it in log lines. */
    void call(String subject, Runnable code) {
        watched(watchdog.caller(() -> subject), code);
    }

    private static void watched(CallWatchdog.Caller caller, Runnable code) {
        caller.begins();
        try {
            code.run();
        } finally {
            caller.ends();
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
        return new Tracked<>(sink, subject);
    }

    private final class Tracked<T> implements Sink<T> {
        private final Sink<T> sink;
        private final Supplier<String> subject;
        private final CallWatchdog.Caller caller;

        Tracked(Sink<T> sink, Supplier<String> subject) {
            this.sink = sink;
            this.subject = subject;
            this.caller = watchdog.caller(subject);
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
            caller.begins();
            try {
                sink.data(data);
            } finally {
                caller.ends();
            }
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
            watched(watchdog.caller(subject), sink::over);
        }

        @Override
        public boolean endsOnFailure() {
            return sink.endsOnFailure();
        }
    }
}
