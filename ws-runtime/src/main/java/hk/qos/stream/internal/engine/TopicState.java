package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One topic: who wants it, and what the server is known to think of it. */
final class TopicState<T> {
    private record Identity(String key, Object of) {}

    /** What the server does about the topic on the present connection. */
    enum AtServer {
        NOT_ASKED,
        ASKED,
        SERVED,
        CANCELLING,
        /** Its answer never came. */
        UNCLEAR
    }

    final String key;
    final Topic topic;
    final Channel<T> channel;

    /** What was delivered last; {@code null} unless gaps are to be filled. */
    final @Nullable DeliveredHistory<T> trail;

    /** The gap that is being filled, if there is one. */
    @Nullable
    OpenGap<T> loss;

    final Set<SubscriptionHandle<T>> handles = new LinkedHashSet<>(4);
    AtServer atServer = AtServer.NOT_ASKED;
    /** Grows with the answers that never came. */
    final GrowingInterval patience;
    /** Whether connections ended after it, so that it is asked for alone and ever more rarely. */
    private boolean isolated;

    private final Loop loop;
    /** Whether the server may serve it from before, whatever it answers when it is asked for now. */
    private boolean maybeServed;
    /** Whether it is part of a refused frame that is being searched for the offender. */
    boolean probing;
    /** When the loss began that its handles have not been told of; {@code null} if there is none. */
    @Nullable
    Instant gapSince;

    String gapCause = "";
    /** When it was last asked for or pushed, in the loop's nanoseconds. */
    long lastSign;

    boolean pushedSinceAsked;
    /** Whether anything was delivered on the present connection, acknowledged or not. */
    private boolean delivered;

    boolean stale;
    /** Whether it was told that nothing was ever pushed of it. */
    boolean toldUnheard;

    volatile @Nullable Received<T> latest;

    TopicState(String key, Channel<T> channel, Context context) {
        this.key = key;
        this.topic = new Topic(channel.name(), key);
        this.channel = channel;
        this.trail = context.recoveries.trail(channel.recovery());
        this.loop = context.loop;
        this.patience = new GrowingInterval(context.options.resubscription(), 1);
        this.lastSign = loop.nanoTime();
    }

    boolean isWanted() {
        return !handles.isEmpty();
    }

    /** Whether it is to be asked for now. */
    boolean isMissing() {
        return isWanted() && (atServer == AtServer.NOT_ASKED || isUnclear());
    }

    /** Whether it is to be cancelled now. */
    boolean isSurplus() {
        return !isWanted() && (atServer == AtServer.SERVED || isUnclear());
    }

    private boolean isUnclear() {
        return atServer == AtServer.UNCLEAR && patience.isOver(loop.nanoTime());
    }

    boolean isIsolated() {
        return isolated;
    }

    /** True if that is new. */
    boolean isolate(boolean now) {
        boolean changed = isolated != now;
        if (changed) {
            isolated = now;
            handles.forEach(handle -> handle.isolated(key, now));
        }
        return changed;
    }

    boolean isServed() {
        return atServer == AtServer.SERVED;
    }

    /** Whether nothing was ever pushed of it while it was wanted. */
    boolean isUnheard() {
        return latest == null;
    }

    /** Nanoseconds since it was last asked for or pushed. */
    long age() {
        return loop.nanoTime() - lastSign;
    }

    void add(SubscriptionHandle<T> handle) {
        if (!isWanted()) {
            patience.forget();
            toldUnheard = false;
        }
        handles.add(handle);
        handle.isolated(key, isolated);
        if (atServer == AtServer.SERVED) {
            handle.active(key);
        }
    }

    /** Whether a cancel of it is under way, or still to come. */
    boolean isLeaving() {
        return atServer == AtServer.CANCELLING || (!isWanted() && atServer != AtServer.NOT_ASKED);
    }

    boolean isForgettable() {
        return !isWanted() && atServer == AtServer.NOT_ASKED;
    }

    void push(Received<T> data, Context context) {
        tellGap(context);
        if (trail != null) {
            trail.add(data.data());
        }
        if (loss != null) {
            context.recoveries.live(loss, data.data());
        }
        latest = data;
        lastSign = context.loop.nanoTime();
        pushedSinceAsked = true;
        delivered = true;
        stale = false;
        Object identity = identity(data.data());
        for (SubscriptionHandle<T> handle : handles) {
            handle.push(data, identity);
        }
    }

    /** What a newer version of {@code data} would replace while it waits for a consumer; {@code null} if nothing does. */
    @Nullable
    Object identity(T data) {
        Retention retention = channel.retention();
        if (retention == Retention.EVERY) {
            return null;
        }
        return retention == Retention.LATEST_PER_KEY ? key : new Identity(key, channel.identity(data));
    }

    /** The server serves it. */
    void served() {
        atServer = AtServer.SERVED;
        patience.forget();
        maybeServed = false;
        probing = false;
    }

    /** What the server does about it is not known. */
    void unclear() {
        atServer = AtServer.UNCLEAR;
        maybeServed = true;
        probing = false;
    }

    /** The server answers nothing about it; it is asked again, ever more rarely. */
    void unanswered() {
        unclear();
        patience.failed(loop.nanoTime());
    }

    /** The server does not serve it anew; whether it still does since it was last asked is another matter. */
    void refused() {
        patience.forget();
        atServer = maybeServed ? AtServer.UNCLEAR : AtServer.NOT_ASKED;
    }

    /** The server has stopped serving it: what it delivers from now on is a new subscription's. */
    void cancelled() {
        atServer = AtServer.NOT_ASKED;
        patience.forget();
        maybeServed = false;
        delivered = false;
    }

    /** The connection is gone, and with it whatever the server did for this topic, acknowledged or not. */
    void lost(Instant since, String cause) {
        boolean served = atServer == AtServer.SERVED || delivered;
        if (served && gapSince == null) {
            gapSince = since;
            gapCause = cause;
        }
        atServer = AtServer.NOT_ASKED;
        patience.forget();
        maybeServed = false;
        probing = false;
        pushedSinceAsked = false;
        delivered = false;
        stale = false;
        handles.forEach(handle -> handle.lost(key, served));
    }

    /** Tells those who were served before the loss of it, once, before anything newer reaches them. */
    void tellGap(Context context) {
        Instant since = gapSince;
        if (since == null) {
            return;
        }
        gapSince = null;
        StreamEvent.Gap gap = new StreamEvent.Gap(topic, since, context.now(), gapCause);
        List<SubscriptionHandle<T>> told = new ArrayList<>(handles.size());
        for (SubscriptionHandle<T> handle : handles) {
            if (handle.isRestoring(key)) {
                handle.event(gap);
                told.add(handle);
            }
        }
        if (told.isEmpty()) {
            context.recoveries.forget(this);
        } else {
            context.events.emit(gap);
            context.recoveries.lost(this, gap, told);
        }
    }

    void event(StreamEvent event, Context context) {
        handles.forEach(handle -> handle.event(event));
        context.events.emit(event);
    }
}
