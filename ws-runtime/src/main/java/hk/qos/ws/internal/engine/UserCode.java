package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.internal.delivery.Outlet;
import org.jspecify.annotations.Nullable;

/** Knows which threads are calling user code of one stream, so that none of them waits for what only it could do. */
final class UserCode {
    private final ThreadLocal<Boolean> calling = ThreadLocal.withInitial(() -> false);

    /** Whether the caller is a listener of this stream, or was called by one. */
    boolean isCaller() {
        return calling.get();
    }

    void call(Runnable code) {
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

    /** The same outlet, known to call user code. */
    <T> Outlet<T> behind(Outlet<T> outlet) {
        return new Known<>(outlet);
    }

    private final class Known<T> implements Outlet<T> {
        private final Outlet<T> outlet;

        Known(Outlet<T> outlet) {
            this.outlet = outlet;
        }

        @Override
        public void start() {
            call(outlet::start);
        }

        @Override
        public boolean accepts(boolean event) {
            return outlet.accepts(event);
        }

        @Override
        public void data(T data) {
            call(() -> outlet.data(data));
        }

        @Override
        public void recovered(T data) {
            call(() -> outlet.recovered(data));
        }

        @Override
        public void event(StreamEvent event) {
            call(() -> outlet.event(event));
        }

        @Override
        public boolean hearsEvents() {
            return outlet.hearsEvents();
        }

        @Override
        public void end(@Nullable Throwable error) {
            call(() -> outlet.end(error));
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
