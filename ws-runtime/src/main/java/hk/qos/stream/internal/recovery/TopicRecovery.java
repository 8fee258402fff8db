package hk.qos.stream.internal.recovery;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers what is delivered of one topic, and fills its gaps from the server's answers. On the loop. */
public final class TopicRecovery<T> {
    /** How long an answer waits for the first live item, which shows where the answer overlaps with live data. */
    private static final Duration LIVE_ITEM_WAIT = Duration.ofSeconds(2);

    /** Beyond so many live items, missed and delivered items can no longer be distinguished. */
    private static final int MAX_LIVE = 4_096;

    private final Topic topic;
    private final Channel<T> channel;
    private final @Nullable Recovery<T> recovery;
    private final Duration timeout;
    private final Loop loop;
    private final Consumer<? super StreamEvent> events;
    private final Set<OpenGap<?>> openGaps;
    /** {@code null} if the channel has no request for missed items. */
    private final @Nullable DeliveredHistory<T> history;

    private @Nullable OpenGap<T> open;
    /** Whether another gap has begun that was not reported yet: an answer could fill only a part of it. */
    private boolean gapPending;

    /** @param openGaps all open gaps of the stream, oldest first; this class adds and removes its own */
    TopicRecovery(
            Topic topic,
            Channel<T> channel,
            Duration timeout,
            Loop loop,
            Consumer<? super StreamEvent> events,
            Set<OpenGap<?>> openGaps) {
        this.topic = topic;
        this.channel = channel;
        this.recovery = channel.recovery();
        this.timeout = timeout;
        this.loop = loop;
        this.events = events;
        this.openGaps = openGaps;
        this.history = recovery == null ? null : new DeliveredHistory<>(recovery.most());
    }

    /** A gap begins; it is reported later, by {@link #gap} or {@link #forget}. */
    public void gapBegins() {
        gapPending = true;
    }

    /** A gap has been reported to {@code subscribers}. */
    public void gap(StreamEvent.Gap gap, List<? extends GapSubscriber<T>> subscribers) {
        gapPending = false;
        OpenGap<T> current = open == null ? new OpenGap<>(this, gap) : open;
        current.subscribers.addAll(subscribers);
        current.extend(gap.to());
        if (history == null) {
            if (channel.retention() != Retention.LATEST_PER_KEY) {
                current.reportUnrecovered(current.to, "the protocol has no request for it");
            }
            return;
        }
        open = current;
        openGaps.add(current);
        current.timer(loop.schedule(
                timeout.toNanos(), () -> current.giveUp("it was not recovered within " + Timeout.text(timeout))));
    }

    /** A live item is about to be delivered. */
    public void delivered(T item) {
        if (history == null) {
            return;
        }
        history.add(item);
        if (open != null) {
            open.delivered(item);
        }
    }

    /** Nobody wants the topic any more, or the gap that began was reported to nobody. */
    public void forget() {
        gapPending = false;
        if (open != null) {
            open.close();
        }
        if (history != null) {
            history.clear();
        }
    }

    /**
     * A gap that is being filled: what was delivered before it and since, and the subscriptions it was reported to. Further gaps before it is
     * filled become part of it.
     */
    static final class OpenGap<T> {
        private final TopicRecovery<T> of;
        private final List<T> before;
        private final Instant from;
        private Instant to;
        private final Set<GapSubscriber<T>> subscribers = new LinkedHashSet<>();
        /** Items delivered between one gap and the next: runs, oldest first, none of them empty. */
        private final List<List<T>> between = new ArrayList<>();
        /** Items delivered since the last gap. */
        private List<T> live = new ArrayList<>();

        private int deliveredSince;
        private boolean asked;
        /** The answer, while it waits for the first live item. */
        private @Nullable List<T> answer;

        private int bytesPerItem;
        private Loop.@Nullable Timer timer;

        private OpenGap(TopicRecovery<T> of, StreamEvent.Gap gap) {
            this.of = of;
            this.before = of.history == null ? List.of() : of.history.items();
            this.from = gap.from();
            this.to = gap.to();
        }

        Channel<T> channel() {
            return of.channel;
        }

        String key() {
            return of.topic.key();
        }

        /** Whether one of its subscriptions still wants the topic. */
        boolean isWanted() {
            subscribers.removeIf(subscriber -> !subscriber.wants(key()));
            return !subscribers.isEmpty();
        }

        /** Whether a query for it may be sent now. */
        boolean isDue() {
            return !asked && !of.gapPending;
        }

        void asked(boolean now) {
            asked = now;
        }

        /** The server has answered; {@code items} are those of this topic, in any order. */
        void answered(List<T> items, int bytesPerItem) {
            if (!of.openGaps.contains(this)) {
                return;
            }
            this.bytesPerItem = bytesPerItem;
            if (of.channel.retention() == Retention.EVERY && live.isEmpty() && !items.isEmpty()) {
                answer = items;
                timer(of.loop.schedule(LIVE_ITEM_WAIT.toNanos(), () -> settle(items)));
            } else {
                settle(items);
            }
        }

        /** The connection is gone: an answer that waits for a live item cannot cover the gap that begins now. */
        void disconnected() {
            if (answer != null) {
                settle(answer);
            }
        }

        /** Reports the gap as unrecovered; does nothing if it is closed. */
        void giveUp(String reason) {
            if (!of.openGaps.contains(this)) {
                return;
            }
            close();
            reportUnrecovered(to, reason);
            if (of.history != null && of.channel.retention() == Retention.EVERY) {
                // Items before the hole do not show where the next gap begins. Versions need no order.
                of.history.replace(live);
            }
        }

        void close() {
            timer(null);
            of.openGaps.remove(this);
            of.open = null;
        }

        void cancelTimer() {
            timer(null);
        }

        private void timer(Loop.@Nullable Timer next) {
            if (timer != null) {
                timer.cancel();
            }
            timer = next;
        }

        private void extend(Instant end) {
            to = end;
            if (!live.isEmpty()) {
                between.add(live);
                live = new ArrayList<>();
            }
        }

        private void delivered(T item) {
            live.add(item);
            if (++deliveredSince >= MAX_LIVE) {
                giveUp("more than " + MAX_LIVE + " items arrived before the answer");
            } else if (answer != null) {
                settle(answer);
            }
        }

        private void settle(List<T> items) {
            close();
            boolean full = of.recovery != null && items.size() >= of.recovery.most();
            GapAlignment<T> aligned = align(items, full);
            List<T> missed = aligned.missed();
            Instant now = Instant.ofEpochMilli(of.loop.millis());
            if (!aligned.complete()) {
                Instant oldest = missed.isEmpty() ? null : of.channel.time(missed.get(0));
                reportUnrecovered(oldest == null ? to : oldest, whyIncomplete(items));
            }
            report(new StreamEvent.Recovered(of.topic, from, to, missed.size(), aligned.complete(), now));
            for (T item : missed) {
                Received<T> received = new Received<>(item, now.toEpochMilli(), bytesPerItem, true);
                subscribers.forEach(subscriber -> subscriber.recovered(key(), received));
            }
            if (of.history != null) {
                of.history.replace(aligned.known());
                of.history.recovered(missed);
            }
        }

        private GapAlignment<T> align(List<T> answer, boolean full) {
            List<T> items = GapAlignment.oldestFirst(of.channel, answer, before, live);
            if (of.channel.retention() != Retention.EVERY) {
                return GapAlignment.ofVersions(of.channel, items, before, between, live, from, full);
            }
            List<T> recent = of.history == null ? List.of() : of.history.recent();
            return GapAlignment.ofItems(of.channel, items, before, between, live, recent, from, full);
        }

        private String whyIncomplete(List<T> items) {
            return items.isEmpty() || of.recovery == null
                    ? "the server's answer has no items of it"
                    : "the server returns only the newest " + of.recovery.most();
        }

        private void reportUnrecovered(Instant until, String reason) {
            Instant now = Instant.ofEpochMilli(of.loop.millis());
            report(new StreamEvent.Unrecovered(of.topic, from, until, reason, now));
        }

        private void report(StreamEvent event) {
            if (isWanted()) {
                subscribers.forEach(subscriber -> subscriber.event(event));
                of.events.accept(event);
            }
        }
    }
}
