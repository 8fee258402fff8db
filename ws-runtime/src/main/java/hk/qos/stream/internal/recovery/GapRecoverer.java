package hk.qos.stream.internal.recovery;

import hk.qos.stream.GapRecovery;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.recovery.TopicRecovery.OpenGap;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the items that open gaps miss, one query at a time, when the stream has nothing else to send. On the loop. */
public final class GapRecoverer {
    /** The most items that one query asks for, so that its answer stays far below the message limit. */
    private static final int MAX_ITEMS = 1_000;

    private final Loop loop;
    private final Consumer<? super StreamEvent> events;
    private final @Nullable GapRecovery setting;
    private final int maxKeysPerFrame;
    private final Set<OpenGap<?>> openGaps = new LinkedHashSet<>();
    private boolean asking;

    /**
     * @param events receives {@link StreamEvent.Recovered} and {@link StreamEvent.Unrecovered}
     * @param setting {@code null} to recover nothing
     */
    public GapRecoverer(
            Loop loop, Consumer<? super StreamEvent> events, @Nullable GapRecovery setting, int maxKeysPerFrame) {
        this.loop = loop;
        this.events = events;
        this.setting = setting;
        this.maxKeysPerFrame = maxKeysPerFrame;
    }

    /** The recovery of one topic; {@code null} if gaps are not recovered. */
    public <T> @Nullable TopicRecovery<T> recoveryOf(Topic topic, Channel<T> channel) {
        return setting == null ? null : new TopicRecovery<>(topic, channel, setting.timeout(), loop, events, openGaps);
    }

    /** The connection is gone. */
    public void disconnected() {
        List.copyOf(openGaps).forEach(OpenGap::disconnected);
    }

    /** The next query to send; {@code null} if there is none, or one is under way. */
    public @Nullable Query<?> next() {
        if (asking) {
            return null;
        }
        for (OpenGap<?> gap : List.copyOf(openGaps)) {
            if (!gap.isWanted()) {
                gap.close();
            } else if (gap.isDue()) {
                return query(gap);
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // equal channels push the same type
    private <T> Query<T> query(OpenGap<T> first) {
        Channel<T> channel = first.channel();
        Recovery<T> recovery = Objects.requireNonNull(channel.recovery(), "recovery");
        int most = Math.min(maxKeysPerFrame, Math.max(1, MAX_ITEMS / recovery.most()));
        List<OpenGap<T>> asked = new ArrayList<>();
        for (OpenGap<?> gap : openGaps) {
            if (gap.isDue() && asked.size() < most && gap.channel().equals(channel)) {
                gap.asked(true);
                asked.add((OpenGap<T>) gap);
            }
        }
        asking = true;
        return new Query<>(
                this, recovery.request(asked.stream().map(OpenGap::key).toList()), asked);
    }

    /** Cancels all timers: the stream has ended. */
    public void stop() {
        openGaps.forEach(OpenGap::cancelTimer);
        openGaps.clear();
    }

    /** A request for the items that gaps in some topics of one channel miss. One of its methods is called, once. */
    public static final class Query<T> {
        private final GapRecoverer owner;
        private final Request<Map<String, List<T>>> request;
        private final List<OpenGap<T>> asked;

        private Query(GapRecoverer owner, Request<Map<String, List<T>>> request, List<OpenGap<T>> asked) {
            this.owner = owner;
            this.request = request;
            this.asked = asked;
        }

        public Request<?> request() {
            return request;
        }

        /**
         * The server has answered.
         *
         * @throws MalformedFrameException if the answer cannot be read; {@link #failed} must be called then
         */
        public void answered(ByteBuf frame) throws MalformedFrameException {
            int bytes = frame.readableBytes();
            Map<String, List<T>> items = request.decode(frame);
            int count = items.values().stream().mapToInt(List::size).sum();
            owner.asking = false;
            asked.forEach(gap -> gap.answered(items.getOrDefault(gap.key(), List.of()), bytes / Math.max(1, count)));
        }

        /** There is no usable answer. */
        public void failed(String reason) {
            owner.asking = false;
            asked.forEach(gap -> gap.giveUp(reason));
        }

        /** The connection ended before the answer: the next one asks again, while the timeout lasts. */
        public void interrupted() {
            owner.asking = false;
            asked.forEach(gap -> gap.asked(false));
        }
    }
}
