package hk.qos.demo;

import hk.qos.stream.StreamEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Receives what the stream delivers: keeps a few pushes of each type and prints events. Thread-safe. */
final class Watch {
    private static final int KEPT = 3;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final TerminalColours paint;
    private final Gaps gaps = new Gaps();
    private final Map<String, Deque<Object>> latest = new LinkedHashMap<>();
    private final Map<String, Integer> sinceMark = new LinkedHashMap<>();
    private long pushes;
    private int connections;
    private int ready;

    Watch(PrintStream out, TerminalColours paint) {
        this.out = out;
        this.paint = paint;
    }

    synchronized void push(String kind, Object data) {
        pushes++;
        sinceMark.merge(kind, 1, Integer::sum);
        Deque<Object> rows = latest.computeIfAbsent(kind, none -> new ArrayDeque<>());
        rows.addLast(data);
        if (rows.size() > KEPT) {
            rows.removeFirst();
        }
        notifyAll();
    }

    synchronized void event(StreamEvent event) {
        if (event instanceof StreamEvent.Connected) {
            connections++;
        } else if (event instanceof StreamEvent.Ready) {
            ready = connections;
        }
        if (event instanceof StreamEvent.Gap gap) {
            gaps.add(gap);
        } else {
            out.println("  " + paint.dim(CLOCK.format(event.at())) + "  " + told(event));
        }
        notifyAll();
    }

    private String told(StreamEvent event) {
        String line = Rows.line((Record) event);
        return switch (event.getClass().getSimpleName()) {
            case "Connected", "Ready", "Resumed", "Healthy" -> paint.good(line);
            case "Failed", "Rejected", "CallbackFailed" -> paint.bad(line);
            default -> paint.notable(line);
        };
    }

    /** Starts counting pushes from zero. */
    synchronized void mark() {
        sinceMark.clear();
    }

    /** The number of pushes of a type since the mark. */
    synchronized int pushes(String kind) {
        return sinceMark.getOrDefault(kind, 0);
    }

    synchronized long pushes() {
        return pushes;
    }

    synchronized int reconnects() {
        return Math.max(0, connections - 1);
    }

    /** Whether at least this many connections were made and the last one is ready. */
    synchronized boolean isReady(int connection) {
        return ready >= connection;
    }

    synchronized void table() {
        latest.forEach((kind, rows) -> {
            out.println("  " + kind);
            print(Table.of(List.copyOf(rows)));
        });
    }

    /** The gaps, one line for each channel. */
    synchronized void gaps() {
        print(gaps.table());
    }

    private void print(Table table) {
        table.lines(paint).forEach(line -> out.println("       " + line));
    }

    /** Returns true if the condition became true in time. */
    synchronized boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
