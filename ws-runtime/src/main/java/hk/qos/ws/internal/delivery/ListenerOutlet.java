package hk.qos.ws.internal.delivery;

import hk.qos.ws.Listener;
import hk.qos.ws.StreamEvent;

/** Delivers to a {@link Listener}. */
public final class ListenerOutlet<T> implements Outlet<T> {
    private final Listener<? super T> listener;

    public ListenerOutlet(Listener<? super T> listener) {
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
