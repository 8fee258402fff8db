package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.Topic;
import hk.qos.ws.internal.delivery.Stamped;
import hk.qos.ws.spi.Channel;
import hk.qos.ws.spi.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One topic: who wants it, and what the server is known to think of it. */
final class KeyEntry<T> {
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
    final @Nullable Trail<T> trail;

    /** The gap that is being filled, if there is one. */
    @Nullable
    Loss<T> loss;

    final Set<Handle<T>> handles = new LinkedHashSet<>(4);
    AtServer atServer = AtServer.NOT_ASKED;
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
    volatile @Nullable Stamped<T> latest;

    KeyEntry(String key, Channel<T> channel, Context context) {
        this.key = key;
        this.topic = new Topic(channel.name(), key);
        this.channel = channel;
        this.trail = context.recoveries.trail(channel.recovery());
        this.lastSign = context.loop.nanoTime();
    }

    boolean isWanted() {
        return !handles.isEmpty();
    }

    boolean isMissing() {
        return isWanted() && (atServer == AtServer.NOT_ASKED || atServer == AtServer.UNCLEAR);
    }

    boolean isSurplus() {
        return !isWanted() && (atServer == AtServer.SERVED || atServer == AtServer.UNCLEAR);
    }

    /** Whether a cancel of it is under way, or still to come. */
    boolean isLeaving() {
        return atServer == AtServer.CANCELLING || (!isWanted() && atServer != AtServer.NOT_ASKED);
    }

    boolean isForgettable() {
        return !isWanted() && atServer == AtServer.NOT_ASKED;
    }

    void push(Stamped<T> data, Context context) {
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
        for (Handle<T> handle : handles) {
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
        maybeServed = false;
        probing = false;
    }

    /** What the server does about it is not known. */
    void unclear() {
        atServer = AtServer.UNCLEAR;
        maybeServed = true;
        probing = false;
    }

    /** The server does not serve it anew; whether it still does since it was last asked is another matter. */
    void refused() {
        atServer = maybeServed ? AtServer.UNCLEAR : AtServer.NOT_ASKED;
    }

    /** The server has stopped serving it: what it delivers from now on is a new subscription's. */
    void cancelled() {
        atServer = AtServer.NOT_ASKED;
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
        List<Handle<T>> told = new ArrayList<>(handles.size());
        for (Handle<T> handle : handles) {
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
