package hk.qos.stream.internal.engine;

import hk.qos.stream.GapRecovery;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for what gaps have cost, when nothing else is to be sent, and delivers what comes of it. On the loop. */
final class GapRecoverer {
    /** Items that one answer may hold, so that it stays far below the limit of a message. */
    private static final int MOST_ITEMS = 1_000;

    /** How long an answer waits for the first live item, which shows where it overlaps with what is pushed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Context context;
    private final @Nullable GapRecovery setting;
    private final Set<OpenGap<?>> losses = new LinkedHashSet<>();
    private boolean asking;

    GapRecoverer(Context context) {
        this.context = context;
        this.setting = context.options.gapRecovery();
    }

    /** Where to remember what is delivered of a topic; {@code null} if that will not be needed. */
    <T> @Nullable DeliveredHistory<T> trail(@Nullable Recovery<T> recovery) {
        return setting == null || recovery == null ? null : new DeliveredHistory<>(recovery.most());
    }

    /** There was a gap, and {@code told} have heard of it. */
    <T> void lost(TopicState<T> entry, StreamEvent.Gap gap, List<SubscriptionHandle<T>> told) {
        if (setting == null) {
            return;
        }
        OpenGap<T> loss = entry.loss;
        if (loss == null) {
            DeliveredHistory<T> trail = entry.trail;
            loss = new OpenGap<>(entry, trail == null ? List.of() : trail.items(), gap.from(), gap.to());
        }
        loss.handles.addAll(told);
        loss.another(gap.to());
        if (entry.trail == null) {
            if (entry.channel.retention() != Retention.LATEST_PER_KEY) {
                unrecovered(loss, loss.to, "there is no way to ask for it");
            }
            return;
        }
        entry.loss = loss;
        losses.add(loss);
        OpenGap<T> open = loss;
        loss.timer(context.loop.schedule(
                setting.deadline().toNanos(),
                () -> giveUp(open, "it was not had within " + Context.text(setting.deadline()))));
    }

    /** A live item is about to be delivered. */
    <T> void live(OpenGap<T> loss, T item) {
        if (!loss.delivered(item)) {
            giveUp(loss, "too much has come since");
        } else if (loss.answer != null) {
            settle(loss, loss.answer);
        }
    }

    /** There was a gap of which nobody is to hear, or nobody wants the topic any more. */
    void forget(TopicState<?> entry) {
        if (entry.loss != null) {
            close(entry.loss);
        }
        if (entry.trail != null) {
            entry.trail.clear();
        }
    }

    /** The connection is gone: an answer that waits for a live item knows nothing of the gap that begins now. */
    void disconnected() {
        List.copyOf(losses).forEach(this::settleWaiting);
    }

    private <T> void settleWaiting(OpenGap<T> loss) {
        if (loss.answer != null) {
            settle(loss, loss.answer);
        }
    }

    /** The next frame that asks, if there is one. */
    @Nullable
    OutboundFrame next() {
        if (asking) {
            return null;
        }
        for (Iterator<OpenGap<?>> i = losses.iterator(); i.hasNext(); ) {
            OpenGap<?> loss = i.next();
            if (!loss.isWanted()) {
                i.remove();
                loss.timer(null);
                loss.entry.loss = null;
            } else if (loss.isDue()) {
                return frame(loss);
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // equal channels push the same type
    private <T> GapRecoveryFrame<T> frame(OpenGap<T> first) {
        Recovery<T> recovery = Objects.requireNonNull(first.entry.channel.recovery(), "recovery");
        int most = Math.min(context.options.maxKeysPerFrame(), Math.max(1, MOST_ITEMS / recovery.most()));
        List<OpenGap<T>> some = new ArrayList<>();
        for (OpenGap<?> loss : losses) {
            if (loss.isDue() && some.size() < most && loss.entry.channel.equals(first.entry.channel)) {
                loss.asked = true;
                some.add((OpenGap<T>) loss);
            }
        }
        asking = true;
        List<String> keys = some.stream().map(loss -> loss.entry.key).toList();
        return new GapRecoveryFrame<>(this, recovery.request(keys), some);
    }

    <T> void answered(List<OpenGap<T>> asked, Map<String, List<T>> items, int bytesPerItem) {
        asking = false;
        for (OpenGap<T> loss : asked) {
            if (!losses.contains(loss)) {
                continue;
            }
            loss.bytesPerItem = bytesPerItem;
            List<T> answer = items.getOrDefault(loss.entry.key, List.of());
            boolean ordered = loss.entry.channel.retention() == Retention.EVERY;
            if (ordered && loss.live.isEmpty() && !answer.isEmpty()) {
                loss.answer = answer;
                loss.timer(context.loop.schedule(PATIENCE.toNanos(), () -> settle(loss, answer)));
            } else {
                settle(loss, answer);
            }
        }
    }

    <T> void failed(List<OpenGap<T>> asked, String reason) {
        asking = false;
        asked.forEach(loss -> giveUp(loss, reason));
    }

    /** The connection ended before the answer: it is asked for again on the next, while the deadline lasts. */
    <T> void interrupted(List<OpenGap<T>> asked) {
        asking = false;
        asked.forEach(loss -> loss.asked = false);
    }

    void stop() {
        losses.forEach(loss -> loss.timer(null));
        losses.clear();
    }

    private <T> void settle(OpenGap<T> loss, List<T> answer) {
        close(loss);
        TopicState<T> entry = loss.entry;
        Recovery<T> recovery = entry.channel.recovery();
        boolean full = recovery != null && answer.size() >= recovery.most();
        GapAlignment<T> found = align(loss, answer, full);
        Instant now = context.now();
        StreamEvent.Recovered event = new StreamEvent.Recovered(
                entry.topic, loss.from, loss.to, found.items().size(), found.complete(), now);
        if (!found.complete()) {
            Instant oldest = found.items().isEmpty()
                    ? null
                    : entry.channel.time(found.items().get(0));
            unrecovered(loss, oldest == null ? loss.to : oldest, reason(recovery, answer));
        }
        tell(loss, event);
        for (T item : found.items()) {
            Received<T> stamped = new Received<>(item, now.toEpochMilli(), loss.bytesPerItem, true);
            Object identity = entry.identity(item);
            loss.handles.forEach(handle -> handle.push(stamped, identity));
        }
        if (entry.trail != null) {
            entry.trail.become(found.known());
            entry.trail.recovered(found.items());
        }
    }

    private static <T> GapAlignment<T> align(OpenGap<T> loss, List<T> answer, boolean full) {
        Channel<T> channel = loss.entry.channel;
        List<T> items = AnswerOrder.oldestFirst(channel, answer, loss.before, loss.live);
        if (channel.retention() != Retention.EVERY) {
            return GapAlignment.ofVersions(channel, items, loss.before, loss.between, loss.live, loss.from, full);
        }
        List<T> recent = loss.entry.trail == null ? List.of() : loss.entry.trail.recent();
        return GapAlignment.ofItems(channel, items, loss.before, loss.between, loss.live, recent, loss.from, full);
    }

    private static String reason(@Nullable Recovery<?> recovery, List<?> answer) {
        return answer.isEmpty() || recovery == null
                ? "the server's answer has nothing of it"
                : "the server gives the newest " + recovery.most() + " only";
    }

    private <T> void giveUp(OpenGap<T> loss, String reason) {
        if (!losses.contains(loss)) {
            return;
        }
        close(loss);
        unrecovered(loss, loss.to, reason);
        if (loss.entry.trail != null && loss.entry.channel.retention() == Retention.EVERY) {
            // What came before the hole says nothing of where the next one begins; versions need no order to be told
            // apart.
            loss.entry.trail.become(loss.live);
        }
    }

    private void close(OpenGap<?> loss) {
        loss.timer(null);
        losses.remove(loss);
        loss.entry.loss = null;
    }

    private void unrecovered(OpenGap<?> loss, Instant to, String reason) {
        tell(loss, new StreamEvent.Unrecovered(loss.entry.topic, loss.from, to, reason, context.now()));
    }

    private void tell(OpenGap<?> loss, StreamEvent event) {
        if (loss.isWanted()) {
            loss.handles.forEach(handle -> handle.event(event));
            context.events.emit(event);
        }
    }
}
