package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.Topic;
import hk.qos.ws.internal.delivery.Stamped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One topic: who wants it, and what the server is known to think of it. */
final class KeyEntry<T> {

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
    final List<Handle<T>> handles = new ArrayList<>(2);
    AtServer atServer = AtServer.NOT_ASKED;
    /** Whether it is part of a refused frame that is being searched for the offender. */
    boolean probing;
    /** When the loss began that its handles have not been told of; {@code null} if there is none. */
    @Nullable
    Instant gapSince;

    String gapCause = "";
    /** When it was last asked for or pushed, in the loop's nanoseconds. */
    long lastSign;

    boolean pushedSinceAsked;
    boolean stale;
    volatile @Nullable Stamped<T> latest;

    KeyEntry(String key, Topic topic, long now) {
        this.key = key;
        this.topic = topic;
        this.lastSign = now;
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

    void push(Stamped<T> data, @Nullable Object identity, Context context) {
        tellGap(context);
        latest = data;
        lastSign = context.loop.nanoTime();
        pushedSinceAsked = true;
        stale = false;
        for (int i = 0; i < handles.size(); i++) {
            handles.get(i).push(data, identity);
        }
    }

    /** The connection is gone, and with it whatever the server did for this topic. */
    void lost(Instant since, String cause) {
        if (atServer == AtServer.SERVED && gapSince == null) {
            gapSince = since;
            gapCause = cause;
        }
        atServer = AtServer.NOT_ASKED;
        probing = false;
        handles.forEach(handle -> handle.lost(key));
    }

    /** Tells those who were served before the loss of it, once, before anything newer reaches them. */
    void tellGap(Context context) {
        Instant since = gapSince;
        if (since == null) {
            return;
        }
        gapSince = null;
        StreamEvent.Gap gap = new StreamEvent.Gap(topic, since, context.now(), gapCause);
        boolean told = false;
        for (Handle<T> handle : handles) {
            if (handle.isRestoring(key)) {
                handle.event(gap);
                told = true;
            }
        }
        if (told) {
            context.events.emit(gap);
        }
    }

    void event(StreamEvent event, Context context) {
        handles.forEach(handle -> handle.event(event));
        context.events.emit(event);
    }
}
