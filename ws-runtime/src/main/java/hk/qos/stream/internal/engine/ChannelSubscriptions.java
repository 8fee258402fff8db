package hk.qos.stream.internal.engine;

import hk.qos.stream.SubscribeMode;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Command;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The topics of one channel: compares what is wanted with what the server serves, and makes the frames that bring them into
 * line. A refused frame comes back to {@link #refused}, which rejects its key or has {@link RefusalBisector} find the
 * refused ones; a frame after which the connection ended goes to {@link KeyIsolation}. On the loop.
 */
final class ChannelSubscriptions<T> {

    /** Hears what concerns more than this channel. */
    interface Owner {
        /** A topic exists from now on. */
        void added(TopicState<?> topic);

        /** A topic is neither wanted nor served any more. */
        void removed(TopicState<?> topic);

        /** Something may have to be sent. */
        void changed();

        /** The server acknowledged a frame that subscribes. */
        void acknowledged();

        /** The server left a frame unanswered. */
        void unanswered();

        /** Whether no frame of {@code type} may be sent now. */
        boolean isHeld(String type);

        /** The connection survived a frame with isolated keys. */
        void survivedIsolated();
    }

    private final Channel<T> channel;
    private final Context context;
    private final Owner owner;
    private final Function<String, TopicState<T>> newTopic;
    private final Map<String, TopicState<T>> topics = new LinkedHashMap<>();
    private final PushRoutes<T> routes = new PushRoutes<>();
    private final KeyIsolation<T> isolation;
    private final RefusalBisector<T> bisector = new RefusalBisector<>(topics, this::reject);
    private final SubscriptionNotifier<T> notifier;
    private boolean restoring;

    /** @param newTopic makes the topic of a key */
    ChannelSubscriptions(
            Context context,
            Events events,
            Owner owner,
            Channel<T> channel,
            List<PushListener<T>> pushListeners,
            Function<String, TopicState<T>> newTopic) {
        this.context = context;
        this.owner = owner;
        this.channel = channel;
        this.newTopic = newTopic;
        this.notifier = new SubscriptionNotifier<>(context, events, channel, pushListeners);
        this.isolation = new KeyIsolation<>(context, topics, notifier);
    }

    Channel<T> channel() {
        return channel;
    }

    // ------------------------------------------------------------------ what is wanted

    void add(SubscriptionHandle<T> handle, String key) {
        TopicState<T> topic = topics.computeIfAbsent(key, missing -> {
            TopicState<T> fresh = newTopic.apply(key);
            owner.added(fresh);
            return fresh;
        });
        topic.add(handle);
    }

    void remove(SubscriptionHandle<T> handle, String key) {
        TopicState<T> topic = topics.get(key);
        if (topic != null && topic.remove(handle)) {
            isolation.clear(List.of(key));
            forget(topic);
        }
    }

    private void forget(TopicState<T> topic) {
        if (topic.isForgettable()) {
            topics.remove(topic.key);
            routes.clear();
            owner.removed(topic);
        }
    }

    private void forgetIdle() {
        List.copyOf(topics.values()).forEach(this::forget);
    }

    /** Whether the server serves all that is wanted, except keys without which it serves the others. */
    boolean isSettled() {
        return topics.values().stream()
                .noneMatch(
                        topic -> topic.isWanted() && !topic.isServed() && !isolation.areOthersServedWithout(topic.key));
    }

    /** Nanoseconds until a frame that waits may be sent; {@link Long#MAX_VALUE} if none waits. */
    long untilRetry() {
        long least = Long.MAX_VALUE;
        for (TopicState<T> topic : topics.values()) {
            long left = topic.untilRetry();
            least = left > 0 ? Math.min(least, left) : least;
        }
        long left = isolation.left();
        return left > 0 ? Math.min(least, left) : least;
    }

    /** The number of frames needed to subscribe what is missing. */
    int framesMissing() {
        long missing = topics.values().stream().filter(TopicState::isMissing).count();
        int most = context.options().maxKeysPerFrame();
        return (int) ((missing + most - 1) / most);
    }

    /** Whether a cancel of {@code key} is under way or still to be sent. */
    boolean isLeaving(String key) {
        TopicState<T> topic = topics.get(key);
        return topic != null && topic.isLeaving();
    }

    // ------------------------------------------------------------------ what is sent

    boolean isRestoring() {
        return restoring;
    }

    /** The next frame that subscribes keys which are not isolated; {@code null} if none is needed or allowed. */
    @Nullable
    OutboundFrame nextSubscribe() {
        if (isSubscribeHeld()) {
            return null;
        }
        if (isFullSet() && topics.values().stream().anyMatch(TopicState::isAsked)) {
            // A frame would replace the one under way, of which it is not known which keys the server accepts.
            return null;
        }
        List<String> keys = new ArrayList<>();
        for (TopicState<T> topic : topics.values()) {
            if (topic.isMissing() && !topic.isBisected() && !isolation.contains(topic.key)) {
                keys.add(topic.key);
            }
        }
        if (!keys.isEmpty()) {
            int most = context.options().maxKeysPerFrame();
            return frame(keys.size() > most ? List.copyOf(keys.subList(0, most)) : keys, null, null);
        }
        restoring = false;
        RefusalBisector.Half half = bisector.next();
        return half == null ? null : frame(bisector.missing(half), half, null);
    }

    /** The isolated group that may be subscribed now; see {@link KeyIsolation#next}. */
    PoisonKeyDetector.@Nullable Group nextGroup(boolean othersServed) {
        return isSubscribeHeld() ? null : isolation.next(othersServed);
    }

    /** The frame that subscribes an isolated group. */
    OutboundFrame subscribe(PoisonKeyDetector.Group group) {
        return frame(isolation.missing(group), null, group);
    }

    private boolean isSubscribeHeld() {
        return !topics.isEmpty()
                && owner.isHeld(
                        channel.subscribe(List.of(topics.keySet().iterator().next()))
                                .type());
    }

    private boolean isFullSet() {
        return context.options().subscribeMode() == SubscribeMode.FULL_SET;
    }

    private SubscribeFrame frame(
            List<String> keys, RefusalBisector.@Nullable Half half, PoisonKeyDetector.@Nullable Group group) {
        Set<String> named = new LinkedHashSet<>();
        if (isFullSet()) {
            topics.values().stream().filter(TopicState::isServed).forEach(topic -> {
                if (topic.isWanted()) {
                    named.add(topic.key);
                } else {
                    // It is not known whether a server stops serving what is left out.
                    topic.unclear();
                }
            });
        }
        named.addAll(keys);
        each(keys, TopicState::asked);
        return new SubscribeFrame(channel.subscribe(List.copyOf(named)), keys, half, group);
    }

    /** The next frame that cancels keys; {@code null} if none is needed. */
    @Nullable
    OutboundFrame nextCancel() {
        List<String> keys = new ArrayList<>();
        for (TopicState<T> topic : topics.values()) {
            if (topic.isSurplus() && keys.size() < context.options().maxKeysPerFrame()) {
                keys.add(topic.key);
            }
        }
        if (keys.isEmpty()) {
            return null;
        }
        Command cancel = channel.cancel(keys);
        if (owner.isHeld(cancel.type())) {
            return null;
        }
        each(keys, TopicState::cancelling);
        return new CancelFrame(cancel, keys);
    }

    // ------------------------------------------------------------------ what is answered

    private void acknowledged(SubscribeFrame frame) {
        survived(frame);
        notifier.served(known(frame.keys));
        bisector.answered(frame.half, null);
        owner.acknowledged();
    }

    private void refused(SubscribeFrame frame, String serverMessage) {
        survived(frame);
        each(frame.keys, TopicState::refused);
        if (frame.half != null) {
            bisector.answered(frame.half, serverMessage);
        } else if (frame.keys.size() == 1) {
            reject(frame.keys, topic -> true, serverMessage);
        } else {
            bisector.bisect(frame.keys);
        }
        owner.changed();
    }

    /** Rejects the keys that match {@code which}; a key that was given up and subscribed again meanwhile does not. */
    private void reject(List<String> keys, Predicate<TopicState<T>> which, String serverMessage) {
        RuntimeException error = context.dialect().refused(channel.subscribe(keys), serverMessage);
        each(keys, topic -> {
            if (which.test(topic)) {
                notifier.rejected(topic, serverMessage, error);
            }
        });
        forgetIdle();
    }

    /** No answer came: keys that were pushed meanwhile are served, the others are asked for again. */
    private void unanswered(SubscribeFrame frame) {
        List<TopicState<T>> served = new ArrayList<>();
        List<TopicState<T>> unclear = new ArrayList<>();
        each(frame.keys, topic -> (topic.isPushedSinceAsked() ? served : unclear).add(topic));
        notifier.served(served);
        unclear.forEach(TopicState::unanswered);
        notifier.unanswered(unclear, false);
        bisector.answered(frame.half, null);
        owner.unanswered();
    }

    private void survived(SubscribeFrame frame) {
        isolation.clear(frame.keys);
        if (frame.group != null) {
            owner.survivedIsolated();
        }
    }

    private void cancelled(List<String> keys) {
        each(keys, TopicState::cancelled);
        forgetIdle();
        owner.changed();
    }

    private void cancelUnanswered(List<String> keys) {
        each(keys, TopicState::unanswered);
        notifier.unanswered(known(keys), true);
        owner.unanswered();
    }

    // ------------------------------------------------------------------ what arrives, and what is lost

    /** Delivers a push of {@code bytes} bytes; returns false if nobody wants it. */
    boolean push(String key, T data, int bytes, ConnectionSession from) {
        TopicState<T> topic = topicOf(key);
        // Pushes during a cancel belong to the old subscription; a new one would begin with a hole.
        if (topic == null || !topic.isWanted() || topic.isCancelling()) {
            return false;
        }
        topic.push(data, bytes, from);
        return true;
    }

    private @Nullable TopicState<T> topicOf(String key) {
        TopicState<T> known = routes.find(key);
        if (known != null) {
            return known;
        }
        TopicState<T> topic = topics.get(key);
        if (topic != null) {
            routes.add(key, topic, topics.size());
        }
        return topic;
    }

    /** The connection is gone. {@code since} is when the server was last known to serve. */
    void lost(Instant since, String cause) {
        bisector.clear();
        for (TopicState<T> topic : topics.values()) {
            topic.lost(since, cause);
        }
        forgetIdle();
        restoring = !topics.isEmpty();
    }

    /** The connection survived isolated keys of some channel. */
    void survivedIsolated() {
        isolation.survived();
    }

    /** Connections end without isolated keys, too. */
    void forgiveIsolated() {
        isolation.forgive();
    }

    private List<TopicState<T>> known(List<String> keys) {
        List<TopicState<T>> known = new ArrayList<>();
        each(keys, known::add);
        return known;
    }

    private void each(List<String> keys, Consumer<TopicState<T>> action) {
        for (String key : keys) {
            TopicState<T> topic = topics.get(key);
            if (topic != null) {
                action.accept(topic);
            }
        }
    }

    // ------------------------------------------------------------------ frames

    /** A frame that subscribes keys and may have ended a connection. */
    abstract static class SubscribingFrame extends OutboundFrame {
        SubscribingFrame(Command command) {
            super(command);
        }

        /** Whether it has isolated keys. */
        abstract boolean isIsolated();

        /** The connection ended after this frame was sent and before it was answered. */
        abstract void blame(boolean othersServed, String cause);
    }

    private final class SubscribeFrame extends SubscribingFrame {
        private final List<String> keys;
        private final RefusalBisector.@Nullable Half half;
        private final PoisonKeyDetector.@Nullable Group group;

        SubscribeFrame(
                Command command,
                List<String> keys,
                RefusalBisector.@Nullable Half half,
                PoisonKeyDetector.@Nullable Group group) {
            super(command);
            this.keys = keys;
            this.half = half;
            this.group = group;
        }

        @Override
        boolean isIsolated() {
            return group != null;
        }

        @Override
        void blame(boolean othersServed, String cause) {
            isolation.blame(keys, group, othersServed, cause);
        }

        @Override
        void answered(ByteBuf answer) {
            ChannelSubscriptions.this.acknowledged(this);
        }

        @Override
        void refused(String serverMessage) {
            ChannelSubscriptions.this.refused(this, serverMessage);
        }

        /** Tells as little as no answer. */
        @Override
        void unreadable(MalformedFrameException error) {
            expired();
        }

        @Override
        void expired() {
            ChannelSubscriptions.this.unanswered(this);
        }

        @Override
        void lost(ConnectionEnd end) {}
    }

    private final class CancelFrame extends OutboundFrame {
        private final List<String> keys;

        CancelFrame(Command command, List<String> keys) {
            super(command);
            this.keys = keys;
        }

        @Override
        void answered(ByteBuf answer) {
            cancelled(keys);
        }

        /** A server that refuses to cancel is assumed not to serve; its pushes are orphans. */
        @Override
        void refused(String serverMessage) {
            cancelled(keys);
        }

        @Override
        void unreadable(MalformedFrameException error) {
            expired();
        }

        @Override
        void expired() {
            cancelUnanswered(keys);
        }

        @Override
        void lost(ConnectionEnd end) {}
    }
}
