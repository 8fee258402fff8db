package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;

/** Delivers to a {@link StreamListener}. */
public final class ListenerSink<T> implements Sink<T> {
    private final StreamListener<? super T> listener;

    public ListenerSink(StreamListener<? super T> listener) {
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
