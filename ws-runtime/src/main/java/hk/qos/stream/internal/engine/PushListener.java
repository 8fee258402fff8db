package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import hk.qos.stream.internal.recovery.GapSubscriber;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.ChannelFamily;
import org.jspecify.annotations.Nullable;

/** One listener to the pushes of a family of channels, whoever subscribed them. On the loop, except {@link #cancel}. */
final class PushListener<T> {
    private final ChannelFamily<T> family;
    private final Mailbox<T> mailbox;
    /** A channel of the family, which tells the time of its data; {@code null} before the first push. */
    private volatile @Nullable Channel<T> member;

    /** The identity of an item among those of all channels of a family. */
    private record OfChannel(String channel, Object identity) {}

    /** The listener as a subscriber of one of the channels. */
    private record Subscriber<T>(PushListener<T> listener, Channel<T> channel) implements GapSubscriber<T> {
        @Override
        public boolean wants(String key) {
            return !listener.mailbox.isOver();
        }

        @Override
        public void event(StreamEvent event) {
            listener.event(event);
        }

        @Override
        public void recovered(String key, Received<T> item) {
            listener.member = channel;
            listener.mailbox.push(item, listener.identity(channel, Mailboxes.identity(channel, key, item.data())));
        }
    }

    /** @param reporter receives what the listener throws */
    PushListener(ChannelFamily<T> family, Mailboxes factory, Sink<T> sink, Reporter reporter) {
        this.family = family;
        this.mailbox = factory.ofFamily(family, () -> member, sink, reporter);
    }

    Mailbox<T> mailbox() {
        return mailbox;
    }

    GapSubscriber<T> subscriberOf(Channel<T> channel) {
        return new Subscriber<>(this, channel);
    }

    /** Delivers a push; {@code identity} as of {@link Mailboxes#identity}. */
    void push(Channel<T> channel, T data, long millis, int bytes, @Nullable Object identity) {
        member = channel;
        mailbox.push(data, millis, bytes, identity(channel, identity));
    }

    private @Nullable Object identity(Channel<T> channel, @Nullable Object ofItem) {
        return ofItem == null || channel.name().equals(family.name()) ? ofItem : new OfChannel(channel.name(), ofItem);
    }

    void event(StreamEvent event) {
        mailbox.event(event);
    }

    /** The stream ends; {@code error} is null if the user closed it. */
    void end(StreamEvent last, @Nullable Throwable error) {
        if (error == null) {
            mailbox.end(last, null);
        } else {
            mailbox.finish(last, error);
        }
    }

    /** Delivers nothing more. Any thread. */
    void cancel() {
        mailbox.cancel();
    }
}
