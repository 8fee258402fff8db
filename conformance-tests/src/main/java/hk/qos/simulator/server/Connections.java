package hk.qos.simulator.server;

import hk.qos.simulator.observe.ConnectionView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The stream connections by age. Thread-safe. */
public final class Connections {
    private static final int MAX_ENDED = 20_000;

    private final AtomicLong lastId = new AtomicLong();
    private final List<StreamSession> open = new ArrayList<>();
    private final Deque<ConnectionView> ended = new ArrayDeque<>();

    long nextId() {
        return lastId.incrementAndGet();
    }

    /** The open connections, oldest first. */
    public synchronized Collection<StreamSession> open() {
        return List.copyOf(open);
    }

    /** All open connections and the latest ended ones, oldest first. */
    public synchronized List<ConnectionView> views() {
        List<ConnectionView> views = new ArrayList<>(ended);
        open.forEach(session -> views.add(session.view()));
        return views;
    }

    /** The connections of a key, oldest first. */
    synchronized List<StreamSession> of(String key) {
        return open.stream().filter(session -> session.hasKey(key)).toList();
    }

    synchronized void add(StreamSession session) {
        open.add(session);
    }

    synchronized void ended(StreamSession session) {
        if (open.remove(session)) {
            ended.addLast(session.view());
            if (ended.size() > MAX_ENDED) {
                ended.removeFirst();
            }
        }
    }
}
