package hk.qos.simulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Faults in a queue; the first one that matches is taken. Thread-safe. */
final class Script<T> {
    private static final class Entry<T> {
        final Predicate<String> where;
        final T what;
        int times;

        Entry(Predicate<String> where, T what, int times) {
            this.where = where;
            this.what = what;
            this.times = times;
        }
    }

    private final List<Entry<T>> entries = new ArrayList<>();

    synchronized void add(Predicate<String> where, T what, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + ", must be at least 1");
        }
        entries.add(new Entry<>(where, what, times));
    }

    synchronized Optional<T> take(String place) {
        for (Iterator<Entry<T>> all = entries.iterator(); all.hasNext(); ) {
            Entry<T> entry = all.next();
            if (entry.where.test(place)) {
                if (entry.times != Integer.MAX_VALUE && --entry.times == 0) {
                    all.remove();
                }
                return Optional.of(entry.what);
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        entries.clear();
    }
}
