package hk.qos.stream.virtual;

import hk.qos.stream.Listener;
import hk.qos.stream.StreamEvent;
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

/** A listener that knows what order it is owed, and then does what listeners do: throw, sleep, call back. */
final class WildListener implements Listener<Tick> {
    private final String name;
    private final ToyChannel channel;
    private final Trace trace;
    private final Runnable mood;
    private final Map<String, Long> last = new HashMap<>();
    /** Keys of which something may be missing, as it was said. */
    private final Set<String> excused = new HashSet<>();

    private final Set<String> gaps = new HashSet<>();
    private final Set<String> rejected = new HashSet<>();
    private @Nullable Subscription<Tick> handle;
    private final @Nullable Ledger ledger;
    private @Nullable Engine engine;
    private boolean over;

    /** @param ledger for a channel whose gaps are filled */
    WildListener(String name, ToyChannel channel, Trace trace, Runnable mood, @Nullable Ledger ledger) {
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

    /** What had arrived before a stream failed is still owed. */
    private boolean isClosed() {
        return handle != null && handle.isClosed() && engine != null && engine.state() != StreamState.FAILED;
    }

    private void judge(boolean fine, String what) {
        if (!fine) {
            trace.violation(name + ": " + what);
        }
    }

    @Override
    public void onData(Tick tick) {
        trace.add(name + " gets " + tick.key() + " " + tick.number());
        judge(!over, "data after the end");
        judge(!isClosed(), "data after close");
        judge(!rejected.contains(tick.key()), "data of a key that was rejected");
        Long before = last.put(tick.key(), tick.number());
        boolean excuse = excused.remove(tick.key());
        if (ledger != null) {
            judge(before == null || tick.number() > before, "data out of order: " + before + " then " + tick);
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
        judge(!over, "data after the end");
        judge(!isClosed(), "data after close");
        judge(ledger != null, "something recovered of a channel that cannot be asked for");
        if (ledger != null) {
            ledger.recovered(tick);
        }
        mood.run();
    }

    /** Everything has been quiet for long: what was missed has been had, or told. */
    void judgeLedger() {
        Subscription<Tick> own = handle;
        if (ledger == null || own == null || own.isClosed()) {
            return;
        }
        own.states().forEach((key, state) -> {
            if (state == SubscriptionState.ACTIVE) {
                List<Archive.Made> missing = ledger.missing(key);
                judge(missing.isEmpty(), "of " + key + " is lost without a word: " + missing);
            }
        });
    }

    private void judgeOrder(Tick tick, long before, boolean excuse) {
        judge(tick.number() > before, "data out of order or twice: " + before + " then " + tick.number());
        if (tick.number() / WildServer.EPOCH > before / WildServer.EPOCH) {
            judge(excuse || gaps.contains(tick.key()), "no gap was told before " + tick);
        } else if (channel.retention() == Retention.EVERY) {
            judge(excuse || tick.number() == before + 1, "lost in silence: between " + before + " and " + tick);
        }
    }

    @Override
    public void onEvent(StreamEvent event) {
        trace.add(name + " hears " + event);
        judge(!over, "an event after the end: " + event);
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
