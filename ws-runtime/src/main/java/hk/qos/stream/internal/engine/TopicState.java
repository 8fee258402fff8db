package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.recovery.GapSubscriber;
import hk.qos.stream.internal.recovery.TopicRecovery;
import hk.qos.stream.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One topic: the subscriptions that want it, and what the server is known to do about it. On the loop. */
final class TopicState<T> {

    /** What the server does about the topic on the present connection. */
    private enum AtServer {
        NOT_ASKED,
        ASKED,
        SERVED,
        CANCELLING,
        /** A frame about it was not answered. */
        UNCLEAR
    }

    final String key;
    final Topic topic;
    final Channel<T> channel;
    private final Context context;
    private final Events events;
    private final @Nullable TopicRecovery<T> recovery;
    /** The listeners to all pushes of the channel's family; follows changes. */
    private final List<PushListener<T>> pushListeners;

    private final Set<SubscriptionHandle<T>> handles = new LinkedHashSet<>(4);
    private final Set<SubscriptionHandle<T>> handlesView = Collections.unmodifiableSet(handles);
    private boolean wanted;
    /** A copy of the handles that each push iterates; {@code null} after a change. */
    private @Nullable List<SubscriptionHandle<T>> receivers;

    private AtServer atServer = AtServer.NOT_ASKED;
    /** The pause before a frame that was not answered is sent again. */
    private final GrowingInterval retryInterval;
    /** Whether connections ended after it, so that it is subscribed alone, and less and less often. */
    private boolean isolated;
    /** Whether the server may serve it from before, whatever it answers now. */
    private boolean maybeServed;
    /** Whether it is part of a refused frame that is being bisected. */
    private boolean bisected;
    /** When a gap began that has not been reported; {@code null} if there is none. */
    private @Nullable Instant gapSince;

    private String gapCause = "";
    /** When it was last asked for or pushed, in the loop's nanoseconds. */
    private long lastSign;

    private boolean pushedSinceAsked;
    /** Whether anything was pushed on the present connection, acknowledged or not. */
    private boolean pushed;

    private boolean reportedStale;
    private boolean reportedNeverPushed;
    private final LatestPush<T> latest = new LatestPush<>();

    TopicState(
            Channel<T> channel,
            Topic topic,
            Context context,
            Events events,
            List<PushListener<T>> pushListeners,
            @Nullable TopicRecovery<T> recovery) {
        this.key = topic.key();
        this.topic = topic;
        this.channel = channel;
        this.context = context;
        this.events = events;
        this.pushListeners = pushListeners;
        this.recovery = recovery;
        this.retryInterval = new GrowingInterval(context.options().resubscription(), 1);
        this.lastSign = context.nanoTime();
    }

    // ------------------------------------------------------------------ subscriptions

    void add(SubscriptionHandle<T> handle) {
        if (!isWanted()) {
            retryInterval.reset();
            reportedNeverPushed = false;
        }
        handles.add(handle);
        changed();
        handle.isolated(key, isolated);
        if (atServer == AtServer.SERVED) {
            handle.active(key);
        }
    }

    /** Removes a subscription; returns true if it was the last one. */
    boolean remove(SubscriptionHandle<T> handle) {
        boolean removed = handles.remove(handle);
        changed();
        if (!removed || isWanted()) {
            return false;
        }
        gapSince = null;
        latest.set(null, 0, 0);
        retryInterval.reset();
        if (recovery != null) {
            recovery.forget();
        }
        return true;
    }

    private void changed() {
        wanted = !handles.isEmpty();
        receivers = null;
    }

    /** The subscriptions that want it; a view. */
    Set<SubscriptionHandle<T>> handles() {
        return handlesView;
    }

    boolean isWanted() {
        return wanted;
    }

    // ------------------------------------------------------------------ what is to be sent

    /** Whether it is to be subscribed now. */
    boolean isMissing() {
        return isWanted() && (atServer == AtServer.NOT_ASKED || isRetryDue());
    }

    /** Whether it is to be cancelled now. */
    boolean isSurplus() {
        return !isWanted() && (atServer == AtServer.SERVED || isRetryDue());
    }

    private boolean isRetryDue() {
        return atServer == AtServer.UNCLEAR && retryInterval.isOver(context.nanoTime());
    }

    /** Nanoseconds until a frame that was not answered is sent again; 0 if that is now, or not to be done. */
    long untilRetry() {
        return atServer == AtServer.UNCLEAR ? retryInterval.left(context.nanoTime()) : 0;
    }

    boolean isAsked() {
        return atServer == AtServer.ASKED;
    }

    boolean isServed() {
        return atServer == AtServer.SERVED;
    }

    boolean isCancelling() {
        return atServer == AtServer.CANCELLING;
    }

    /** Whether a cancel of it is under way, or still to be sent. */
    boolean isLeaving() {
        return atServer == AtServer.CANCELLING || (!isWanted() && atServer != AtServer.NOT_ASKED);
    }

    boolean isForgettable() {
        return !isWanted() && atServer == AtServer.NOT_ASKED;
    }

    boolean isBisected() {
        return bisected;
    }

    void bisected(boolean now) {
        bisected = now;
    }

    boolean isIsolated() {
        return isolated;
    }

    /** Sets whether it is isolated; returns whether that changed. */
    boolean isolated(boolean now) {
        boolean changed = isolated != now;
        if (changed) {
            isolated = now;
            handles.forEach(handle -> handle.isolated(key, now));
        }
        return changed;
    }

    // ------------------------------------------------------------------ what is sent and answered

    /** A frame that subscribes it is being sent. */
    void asked() {
        atServer = AtServer.ASKED;
        lastSign = context.nanoTime();
        pushedSinceAsked = false;
    }

    /** A frame that cancels it is being sent. */
    void cancelling() {
        atServer = AtServer.CANCELLING;
    }

    /** The server serves it. */
    void served() {
        atServer = AtServer.SERVED;
        retryInterval.reset();
        maybeServed = false;
        bisected = false;
    }

    /** It is not known what the server does about it. */
    void unclear() {
        atServer = AtServer.UNCLEAR;
        maybeServed = true;
        bisected = false;
    }

    /** The server did not answer a frame about it, which is sent again, less and less often. */
    void unanswered() {
        unclear();
        retryInterval.failed(context.nanoTime());
    }

    /** The server refused to subscribe it; it may still serve an earlier subscription. */
    void refused() {
        retryInterval.reset();
        atServer = maybeServed ? AtServer.UNCLEAR : AtServer.NOT_ASKED;
    }

    /** Its subscriptions are rejected, and do not want it any more. */
    void rejected(StreamEvent.Rejected event, RuntimeException error) {
        bisected = false;
        boolean wanted = isWanted();
        for (SubscriptionHandle<T> handle : handles) {
            handle.event(event);
            handle.rejected(key, event.reason(), error);
        }
        handles.clear();
        changed();
        if (wanted) {
            pushListeners.forEach(listener -> listener.event(event));
            events.emit(event);
        }
    }

    /** The server has stopped serving it. */
    void cancelled() {
        atServer = AtServer.NOT_ASKED;
        retryInterval.reset();
        maybeServed = false;
        pushed = false;
    }

    // ------------------------------------------------------------------ what arrives, and what is lost

    /** Delivers a push of {@code bytes} bytes that arrived last. */
    void push(T data, int bytes, ConnectionSession from) {
        reportGap();
        if (recovery != null) {
            recovery.delivered(data);
        }
        long millis = from.lastInboundMillis();
        latest.set(data, millis, bytes);
        lastSign = from.lastInbound();
        pushedSinceAsked = true;
        pushed = true;
        reportedStale = false;
        Object identity = Mailboxes.identity(channel, key, data);
        List<SubscriptionHandle<T>> all = receivers();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).push(data, millis, bytes, identity);
        }
        if (!pushListeners.isEmpty()) {
            pushListeners.forEach(listener -> listener.push(channel, data, millis, bytes, identity));
        }
    }

    private List<SubscriptionHandle<T>> receivers() {
        List<SubscriptionHandle<T>> known = receivers;
        if (known == null) {
            known = List.copyOf(handles);
            receivers = known;
        }
        return known;
    }

    /** Whether it was pushed after the frame that subscribed it last. */
    boolean isPushedSinceAsked() {
        return pushedSinceAsked;
    }

    /** The connection is gone. {@code since} is when the server was last known to serve. */
    void lost(Instant since, String cause) {
        boolean wasServed = atServer == AtServer.SERVED || pushed;
        if (wasServed && gapSince == null) {
            gapSince = since;
            gapCause = cause;
            if (recovery != null) {
                recovery.gapBegins();
            }
        }
        atServer = AtServer.NOT_ASKED;
        retryInterval.reset();
        maybeServed = false;
        bisected = false;
        pushedSinceAsked = false;
        pushed = false;
        reportedStale = false;
        handles.forEach(handle -> handle.lost(key, wasServed));
    }

    /** Reports a gap, once, to the subscriptions that were served before it; precedes any newer push. */
    void reportGap() {
        Instant since = gapSince;
        if (since == null) {
            return;
        }
        gapSince = null;
        StreamEvent.Gap gap = new StreamEvent.Gap(topic, since, context.now(), gapCause);
        List<GapSubscriber<T>> notified = new ArrayList<>(handles.size());
        for (SubscriptionHandle<T> handle : handles) {
            if (handle.isRestoring(key)) {
                handle.event(gap);
                notified.add(handle);
            }
        }
        if (!notified.isEmpty()) {
            for (PushListener<T> listener : pushListeners) {
                listener.event(gap);
                notified.add(listener.subscriberOf(channel));
            }
            events.emit(gap);
        }
        if (recovery != null && notified.isEmpty()) {
            recovery.forget();
        } else if (recovery != null) {
            recovery.gap(gap, notified);
        }
    }

    /** Sends {@code event} to its subscriptions and to all who listen. */
    void event(StreamEvent event) {
        eventOfPushes(event);
        events.emit(event);
    }

    /** Sends {@code event} to those who receive its pushes. */
    void eventOfPushes(StreamEvent event) {
        handles.forEach(handle -> handle.event(event));
        pushListeners.forEach(listener -> listener.event(event));
    }

    /** The listeners to all pushes of the channel's family. */
    List<PushListener<T>> pushListeners() {
        return pushListeners;
    }

    // ------------------------------------------------------------------ silence

    /** The newest push while it was wanted. Any thread. */
    @Nullable
    Received<T> latest() {
        return latest.get();
    }

    /** Time since it was last asked for or pushed. */
    Duration silence() {
        return Duration.ofNanos(context.nanoTime() - lastSign);
    }

    boolean isReportedStale() {
        return reportedStale;
    }

    void reportedStale() {
        reportedStale = true;
    }

    boolean isReportedNeverPushed() {
        return reportedNeverPushed;
    }

    void reportedNeverPushed() {
        reportedNeverPushed = true;
    }
}
