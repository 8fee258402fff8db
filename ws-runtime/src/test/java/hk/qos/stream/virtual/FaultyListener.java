package hk.qos.stream.virtual;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.internal.engine.Engine;
import hk.qos.stream.spi.Retention;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A listener that checks the order of what it receives, and then throws, sleeps or calls the stream. */
final class FaultyListener implements StreamListener<Tick> {
    private final String name;
    private final ToyChannel channel;
    private final Trace trace;
    private final Runnable mood;
    private final Map<String, Long> last = new HashMap<>();
    /** Keys for which a gap was reported. */
    private final Set<String> excused = new HashSet<>();

    private final Set<String> gaps = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private @Nullable Subscription<Tick> handle;
    private final @Nullable Ledger ledger;
    private @Nullable Engine engine;
    private boolean over;

    /** @param ledger for a channel whose gaps are filled */
    FaultyListener(String name, ToyChannel channel, Trace trace, Runnable mood, @Nullable Ledger ledger) {
        this.name = name;
        this.channel = channel;
        this.trace = trace;
        this.mood = mood;
        this.ledger = ledger;
    }

    void listensTo(Subscription<Tick> subscription, Engine of) {
        handle = subscription;
        engine = of;
    }

    /** Items that arrived before a failure must still be delivered. */
    private boolean isClosed() {
        return handle != null && handle.isClosed() && engine != null && engine.state() != StreamState.FAILED;
    }

    private void check(boolean fine, String what) {
        if (!fine) {
            trace.violation(name + ": " + what);
        }
    }

    @Override
    public void onData(Tick tick) {
        trace.add(name + " gets " + tick.key() + " " + tick.number());
        check(!over, "data after the end");
        check(!isClosed(), "data after close");
        check(!rejected.contains(tick.key()), "data of a key that was rejected");
        Long before = last.put(tick.key(), tick.number());
        boolean excuse = excused.remove(tick.key());
        if (ledger != null) {
            check(before == null || tick.number() > before, "data out of order: " + before + " then " + tick);
            ledger.live(tick);
        } else if (before != null) {
            judgeOrder(tick, before, excuse);
        }
        gaps.remove(tick.key());
        mood.run();
    }

    @Override
    public void onRecovered(Tick tick) {
        trace.add(name + " gets late " + tick.key() + " " + tick.number());
        check(!over, "data after the end");
        check(!isClosed(), "data after close");
        check(ledger != null, "an item was recovered of a channel without recovery");
        if (ledger != null) {
            ledger.recovered(tick);
        }
        mood.run();
    }

    /** After a long quiet time, missed items have been recovered or reported. */
    void judgeLedger() {
        Subscription<Tick> own = handle;
        if (ledger == null || own == null || own.isClosed()) {
            return;
        }
        own.states().forEach((key, state) -> {
            if (state == SubscriptionState.ACTIVE) {
                List<Archive.Made> missing = ledger.missing(key);
                check(missing.isEmpty(), "of " + key + " is lost without a report: " + missing);
            }
        });
    }

    private void judgeOrder(Tick tick, long before, boolean excuse) {
        check(tick.number() > before, "data out of order or twice: " + before + " then " + tick.number());
        if (tick.number() / FaultyServer.EPOCH > before / FaultyServer.EPOCH) {
            check(excuse || gaps.contains(tick.key()), "no gap was reported before " + tick);
        } else if (channel.retention() == Retention.EVERY) {
            check(excuse || tick.number() == before + 1, "lost without a report: between " + before + " and " + tick);
        }
    }

    @Override
    public void onEvent(StreamEvent event) {
        trace.add(name + " hears " + event);
        check(!over, "an event after the end: " + event);
        if (ledger != null) {
            ledger.heard(event);
        }
        if (event instanceof StreamEvent.Gap gap) {
            gaps.add(gap.topic().key());
        } else if (event instanceof StreamEvent.Rejected refusal) {
            rejected.add(refusal.topic().key());
        } else if (event instanceof StreamEvent.Overflow) {
            excused.addAll(last.keySet());
        } else if (event instanceof StreamEvent.Closed || event instanceof StreamEvent.Failed) {
            over = true;
        }
        mood.run();
    }
}
