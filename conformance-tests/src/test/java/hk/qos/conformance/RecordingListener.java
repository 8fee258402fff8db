package hk.qos.conformance;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that records data and events in one sequence. */
class RecordingListener<T> implements StreamListener<T> {
    private final Class<T> kind;
    private final List<Object> all = new CopyOnWriteArrayList<>();

    RecordingListener(Class<T> kind) {
        this.kind = kind;
    }

    @Override
    public void onData(T data) {
        all.add(data);
    }

    @Override
    public void onEvent(StreamEvent event) {
        all.add(event);
    }

    /** Everything so far, in order. */
    List<Object> all() {
        return List.copyOf(all);
    }

    List<T> data() {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Everything after the first event of a type, without that event. */
    List<Object> after(Class<? extends StreamEvent> event) {
        List<Object> now = all();
        for (int i = 0; i < now.size(); i++) {
            if (event.isInstance(now.get(i))) {
                return now.subList(i + 1, now.size());
            }
        }
        return List.of();
    }

    void awaitData(int count) {
        int until = data().size() + count;
        Harness.until("data", () -> data().size() >= until);
    }
}
