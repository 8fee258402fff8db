package hk.qos.simulator.observe;

import hk.qos.simulator.spec.Parameters;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Records what the simulator receives and sends; keeps the latest {@value #MAX_KEPT} of each kind. Thread-safe; the lists
 * are copies, in the order of arrival.
 */
public final class Observations {
    private static final int MAX_KEPT = 20_000;

    private final Deque<ReceivedFrame> frames = new ArrayDeque<>();
    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private final Deque<Violation> violations = new ArrayDeque<>();
    private final AtomicLong pushes = new AtomicLong();
    private final Supplier<List<ConnectionView>> connections;

    /** @param connections supplies the current connections */
    public Observations(Supplier<List<ConnectionView>> connections) {
        this.connections = connections;
    }

    /** Frames from clients, including heartbeats. */
    public List<ReceivedFrame> frames() {
        return copy(frames);
    }

    /** Frames with this type. */
    public List<ReceivedFrame> frames(String type) {
        return frames().stream().filter(f -> f.type().equals(type)).toList();
    }

    /** HTTP requests, including upgrades. */
    public List<ReceivedRequest> requests() {
        return copy(requests);
    }

    /** HTTP requests for this path, which may be a template such as {@code /news/{id}}. */
    public List<ReceivedRequest> requests(String path) {
        return requests().stream()
                .filter(request -> Parameters.match(path, request.path()) != null)
                .toList();
    }

    /** Violations by clients. */
    public List<Violation> violations() {
        return copy(violations);
    }

    /** Stream connections, including the latest of those that ended. */
    public List<ConnectionView> connections() {
        return connections.get();
    }

    /** Open stream connections. */
    public List<ConnectionView> openConnections() {
        return connections().stream().filter(ConnectionView::isOpen).toList();
    }

    /** The number of pushes sent on all connections. */
    public long pushes() {
        return pushes.get();
    }

    /** Clears frames, requests and violations. */
    public void clear() {
        synchronized (this) {
            frames.clear();
            requests.clear();
            violations.clear();
        }
    }

    /** Records a frame. */
    public void frame(long connection, String type, String text) {
        add(frames, new ReceivedFrame(connection, type, text, Instant.now(), System.nanoTime()));
    }

    /** Records a request. */
    public void request(String method, String path, String body) {
        add(requests, new ReceivedRequest(method, path, body, Instant.now()));
    }

    /** Records a violation. */
    public void violation(Violation.Kind kind, String where, String errorText) {
        add(violations, new Violation(kind, where, errorText, Instant.now()));
    }

    /** Counts a push. */
    public void push() {
        pushes.incrementAndGet();
    }

    private <T> void add(Deque<T> deque, T item) {
        synchronized (this) {
            if (deque.size() == MAX_KEPT) {
                deque.removeFirst();
            }
            deque.addLast(item);
        }
    }

    private <T> List<T> copy(Deque<T> deque) {
        synchronized (this) {
            return List.copyOf(deque);
        }
    }
}
