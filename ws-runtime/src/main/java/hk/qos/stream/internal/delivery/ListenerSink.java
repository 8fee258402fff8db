package hk.qos.stream.internal.delivery;

import hk.qos.stream.Listener;
import hk.qos.stream.StreamEvent;

/** Delivers to a {@link Listener}. */
public final class ListenerSink<T> implements Sink<T> {
    private final Listener<? super T> listener;

    public ListenerSink(Listener<? super T> listener) {
        this.listener = listener;
    }

    @Override
    public void data(T data) {
        listener.onData(data);
    }

    @Override
    public void recovered(T data) {
        listener.onRecovered(data);
    }

    @Override
    public void event(StreamEvent event) {
        listener.onEvent(event);
    }
}
