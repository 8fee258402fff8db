package hk.qos.stream.internal.engine;

import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import hk.qos.stream.internal.flight.FlightLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Sends each event to the stream's listeners, the log and the flight recording. On the loop, unless a method says else. */
final class Events implements Reporter {
    private final Context context;
    private final LogLines lines;
    private final EventLog log;
    private final Mailboxes mailboxes;
    private final FlightLog flights;
    private final SecretRedactor redactor;
    private final List<Mailbox<StreamEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ThrottledReporter<Throwable> failures;
    private final ThrottledReporter<Throwable> listenerFailures;

    /** @param redactor removes secrets from what user code throws */
    Events(Context context, LogLines lines, Mailboxes mailboxes, FlightLog flights, SecretRedactor redactor) {
        this.context = context;
        this.lines = lines;
        this.log = new EventLog(context, lines);
        this.mailboxes = mailboxes;
        this.flights = flights;
        this.redactor = redactor;
        this.failures = new ThrottledReporter<>(
                context.loop(),
                (kind, latest, count) ->
                        emit(new StreamEvent.CallbackFailed(redactor.redact(latest), count, context.now())));
        this.listenerFailures = new ThrottledReporter<>(context.loop(), this::logListenerFailure);
    }

    /** Any thread. */
    ListenerRegistration register(Consumer<? super StreamEvent> listener) {
        Mailbox<StreamEvent> mailbox = mailboxes.ofEvents(new EventSink(listener), new ListenerFailures());
        listeners.add(mailbox);
        return () -> {
            listeners.remove(mailbox);
            mailbox.cancel();
        };
    }

    void emit(StreamEvent event) {
        log(event);
        for (Mailbox<StreamEvent> listener : listeners) {
            listener.event(event);
        }
    }

    /** Emits {@code event} on the loop; if the loop has ended, only logs it. Any thread. */
    void emitFromAnyThread(StreamEvent event) {
        if (!context.post(() -> emit(event))) {
            log.writeLate(event);
        }
    }

    /** Emits the last event. */
    void end(StreamEvent last) {
        failures.stop();
        listenerFailures.stop();
        log(last);
        log.stop();
        for (Mailbox<StreamEvent> listener : listeners) {
            listener.finish(last, null);
        }
        listeners.clear();
    }

    private void log(StreamEvent event) {
        log.write(event);
        if (event instanceof StreamEvent.Gap gap) {
            flights.gap(context.id(), lines.connectionNumber(), gap);
        }
    }

    /** Any thread. */
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

    private void logListenerFailure(String kind, Throwable latest, long count) {
        lines.write(Level.WARN, "a listener of events threw" + Wording.times(count), redactor.redact(latest));
    }

    private record EventSink(Consumer<? super StreamEvent> listener) implements Sink<StreamEvent> {
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

    /** Logs what a listener of events throws; an event about it would make the listener throw again. */
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
