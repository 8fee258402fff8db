package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Calls user code with a queued item, and measures the call. */
final class ListenerInvoker<T> {
    private final String channel;
    private final StreamMetrics metrics;
    private final LongSupplier clock;
    private final Sink<T> sink;
    private final Reporter reporter;

    ListenerInvoker(String channel, Mailbox.Shared shared, Sink<T> sink, Reporter reporter) {
        this.channel = channel;
        this.metrics = shared.metrics();
        this.clock = shared.clock();
        this.sink = sink;
        this.reporter = reporter;
    }

    void invoke(Backlog.Node<T> node) {
        T data = node.data;
        if (node.task != null) {
            node.task.run();
        } else if (data != null && !node.recovered) {
            data(data);
        } else if (metrics == StreamMetrics.NONE || (data == null && !sink.hearsEvents())) {
            call(node);
        } else {
            measure(() -> call(node));
        }
    }

    void data(T data) {
        if (metrics == StreamMetrics.NONE) {
            sink.data(data);
        } else {
            measure(() -> sink.data(data));
        }
    }

    private void measure(Runnable call) {
        long start = clock.getAsLong();
        boolean failed = true;
        try {
            call.run();
            failed = false;
        } finally {
            metrics.callback(channel, Duration.ofNanos(clock.getAsLong() - start), failed);
        }
    }

    private void call(Backlog.Node<T> node) {
        if (node.data != null) {
            sink.recovered(node.data);
        } else if (node.isMark()) {
            StreamEvent.Overflow overflow = new StreamEvent.Overflow(
                    channel, node.dropped, Instant.ofEpochMilli(node.from), Instant.ofEpochMilli(node.to));
            reporter.overflowed(overflow);
            sink.event(overflow);
        } else if (node.event != null) {
            sink.event(node.event);
        }
    }
}
