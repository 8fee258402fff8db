package hk.qos.stream.internal.engine;

import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import hk.qos.stream.spi.ChannelFamily;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The listeners to all pushes of a family of channels. Any thread, except {@link #end}. */
final class PushListeners {
    private final Mailboxes mailboxes;
    private final Reporter reporter;
    private final Map<ChannelFamily<?>, List<? extends PushListener<?>>> byFamily = new ConcurrentHashMap<>();
    /** How a listener ends; {@code null} before the end of the stream. */
    private volatile @Nullable Consumer<PushListener<?>> end;

    /** @param reporter receives what listeners throw */
    PushListeners(Mailboxes mailboxes, Reporter reporter) {
        this.mailboxes = mailboxes;
        this.reporter = reporter;
    }

    <T> ListenerRegistration register(ChannelFamily<T> family, Sink<T> sink) {
        PushListener<T> listener = new PushListener<>(family, mailboxes, sink, reporter);
        List<PushListener<T>> all = of(family);
        all.add(listener);
        // A listener that is added while the stream ends is ended here or by end(), which has no effect twice.
        Consumer<PushListener<?>> over = end;
        if (over != null) {
            over.accept(listener);
        }
        return () -> {
            all.remove(listener);
            listener.cancel();
        };
    }

    /** The listeners of one family: always the same list, which follows changes. */
    @SuppressWarnings("unchecked") // equal families push the same type
    <T> List<PushListener<T>> of(ChannelFamily<T> family) {
        return (List<PushListener<T>>)
                byFamily.computeIfAbsent(family, none -> new CopyOnWriteArrayList<PushListener<T>>());
    }

    void event(StreamEvent event) {
        each(listener -> listener.event(event));
    }

    /** Adds the queues of all listeners to {@code all}. */
    void collect(List<Mailbox<?>> all) {
        each(listener -> all.add(listener.mailbox()));
    }

    /** The stream ends, with {@code last} as the last event; {@code error} is null if the user closed it. */
    void end(StreamEvent last, @Nullable Throwable error) {
        Consumer<PushListener<?>> over = listener -> listener.end(last, error);
        end = over;
        each(over);
    }

    private void each(Consumer<PushListener<?>> action) {
        byFamily.values().forEach(listeners -> listeners.forEach(action));
    }
}
