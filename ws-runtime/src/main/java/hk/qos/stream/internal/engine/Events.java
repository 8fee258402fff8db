package hk.qos.stream.internal.engine;

import hk.qos.stream.EventRegistration;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Tells the stream's listeners, and the log, what happens. */
final class Events implements Reporter {
    private final Context context;
    private final LogLines lines;
    private final EventLog log;
    private final List<Mailbox<StreamEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ThrottledReporter<Throwable> failures;
    private final ThrottledReporter<Throwable> listenerFailures;
    private volatile int epoch;

    Events(Context context) {
        this.context = context;
        this.lines = new LogLines(context);
        this.log = new EventLog(context);
        this.failures = new ThrottledReporter<>(
                context.loop,
                (kind, latest, count) -> emit(new StreamEvent.CallbackFailed(latest, count, context.now())));
        this.listenerFailures = new ThrottledReporter<>(context.loop, this::logListener);
    }

    EventRegistration register(Consumer<? super StreamEvent> listener) {
        Mailbox<StreamEvent> mailbox = new Mailbox<>(
                "events",
                context.mailboxes,
                context.userCode.behind(new EventOutlet(listener), () -> "a listener of events"),
                new ListenerFailures(),
                Mailboxes.ARRIVAL);
        listeners.add(mailbox);
        return () -> {
            listeners.remove(mailbox);
            mailbox.cancel();
        };
    }

    /** Names the connection that log lines of events without an epoch belong to. */
    void epoch(int epoch) {
        this.epoch = epoch;
    }

    /** The present attempt or connection. Any thread. */
    int epoch() {
        return epoch;
    }

    void emit(StreamEvent event) {
        log(event);
        for (Mailbox<StreamEvent> listener : listeners) {
            listener.event(event);
        }
    }

    /** For what happens after the loop has ended. */
    void logLate(StreamEvent event) {
        log.late(event);
    }

    /** The last event: nothing is told afterwards. */
    void end(StreamEvent last) {
        failures.stop();
        listenerFailures.stop();
        log(last);
        log.stop();
        for (Mailbox<StreamEvent> listener : listeners) {
            listener.finish(last, null);
        }
        listeners.clear();
        context.refusals.stop();
    }

    private void log(StreamEvent event) {
        log.write(event);
        if (event instanceof StreamEvent.Gap gap) {
            context.flights.gap(context.id, epoch, gap);
        }
    }

    List<Mailbox<StreamEvent>> mailboxes() {
        return listeners;
    }

    @Override
    public void overflowed(StreamEvent.Overflow event) {
        context.post(() -> emit(event));
    }

    @Override
    public void failed(Throwable failure) {
        context.post(() -> failures.add(failure.getClass().getName(), failure));
    }

    private void logListener(String kind, Throwable latest, long count) {
        lines.write(Level.WARN, "a listener of events threw" + EventLog.times(count), latest);
    }

    private record EventOutlet(Consumer<? super StreamEvent> listener) implements Sink<StreamEvent> {
        @Override
        public void data(StreamEvent data) {
            listener.accept(data);
        }

        @Override
        public void event(StreamEvent event) {
            listener.accept(event);
        }

        @Override
        public void end(@Nullable Throwable error) {}
    }

    /** A listener of events that throws is only logged: told as an event, it would throw again. */
    private final class ListenerFailures implements Reporter {

        @Override
        public void overflowed(StreamEvent.Overflow event) {
            context.post(() -> log.write(event));
        }

        @Override
        public void failed(Throwable failure) {
            context.post(() -> listenerFailures.add(failure.getClass().getName(), failure));
        }
    }
}
