package hk.qos.stream.internal.engine;

import hk.qos.stream.Latest;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All that is wanted of the server, channel by channel. Methods marked so may be called from any thread. */
final class Subscriptions {

    /** Who hears that something may be sent. */
    interface Owner {
        void changed();

        <T> void handleClosed(SubscriptionHandle<T> handle);
    }

    private final Context context;
    private final Owner owner;
    private final KeyBudget budget;
    private final Map<Channel<?>, ChannelSubscriptions<?>> books = new LinkedHashMap<>();
    private final Map<Topic, TopicState<?>> topics = new ConcurrentHashMap<>();
    /** In the order in which they were made, so that a run can be repeated. */
    private final Set<SubscriptionHandle<?>> handles =
            new ConcurrentSkipListSet<>(Comparator.comparingLong((SubscriptionHandle<?> handle) -> handle.number));

    private final AtomicLong lastHandle = new AtomicLong();
    private final PendingUnsubscribes departures;
    private final ThrottledReporter<TopicState<?>> skipped;
    private final DueTimer reminder;
    /** Whether the present connection serves anything. */
    private boolean serving;

    private long connectedAt;

    Subscriptions(Context context, Owner owner) {
        this.context = context;
        this.owner = owner;
        this.departures = new PendingUnsubscribes(context);
        this.reminder = new DueTimer(context.loop, this::left, owner::changed);
        this.skipped = new ThrottledReporter<>(context.loop, Integer.MAX_VALUE, (kind, entry, count) -> {
            StreamEvent event = new StreamEvent.Malformed("malformed push of " + entry.topic, count, context.now());
            entry.handles.forEach(handle -> handle.event(event));
        });
        this.budget = new KeyBudget(context.options.maxKeys(), context.options.maxKeysSetting());
    }

    // ------------------------------------------------------------------ any thread

    /** A new handle, its keys within the limit. Any thread. */
    <T> SubscriptionHandle<T> handle(Channel<T> channel, Collection<String> keys) {
        Set<String> canonical = canonical(keys);
        budget.take(canonical);
        SubscriptionHandle<T> handle =
                new SubscriptionHandle<>(context, this, lastHandle.incrementAndGet(), channel, canonical);
        handles.add(handle);
        return handle;
    }

    Set<String> canonical(Collection<String> keys) {
        Set<String> canonical = new LinkedHashSet<>();
        keys.forEach(key -> canonical.add(context.dialect.canonicalKey(key)));
        if (canonical.isEmpty()) {
            throw new IllegalArgumentException("keys must not be empty");
        }
        return canonical;
    }

    KeyBudget budget() {
        return budget;
    }

    Set<SubscriptionHandle<?>> handles() {
        return handles;
    }

    /** A handle was closed by its owner. Any thread. */
    <T> void closed(SubscriptionHandle<T> handle) {
        handles.remove(handle);
        owner.handleClosed(handle);
    }

    /** Any thread. */
    @SuppressWarnings("unchecked") // a topic's entry belongs to the channel of that name
    <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        TopicState<?> entry = topics.get(new Topic(channel.name(), context.dialect.canonicalKey(key)));
        Received<T> latest = entry == null ? null : (Received<T>) entry.latest;
        if (latest == null) {
            return Optional.empty();
        }
        Duration age = Duration.ofMillis(Math.max(0, context.loop.millis() - latest.millis()));
        return Optional.of(new Latest<>(latest.data(), Instant.ofEpochMilli(latest.millis()), age));
    }

    // ------------------------------------------------------------------ on the loop

    <T> void add(SubscriptionHandle<T> handle) {
        ChannelSubscriptions<T> book = book(handle.channel);
        if (book == null) {
            book = new ChannelSubscriptions<>(context, this, handle.channel);
            books.put(handle.channel, book);
        }
        for (String key : handle.keys()) {
            if (handle.wants(key)) {
                book.add(handle, key);
            }
        }
    }

    <T> void remove(SubscriptionHandle<T> handle, Collection<String> keys) {
        ChannelSubscriptions<T> book = book(handle.channel);
        if (book != null) {
            keys.forEach(key -> book.remove(handle, key));
        }
    }

    /** Completes {@code done} when the server serves none of {@code keys} that nobody wants. */
    void awaitDeparture(Channel<?> channel, Set<String> keys, CompletableFuture<Void> done) {
        departures.add(channel, keys, done);
        tellDepartures();
    }

    /** Completes what waited for keys that are gone by now. */
    void tellDepartures() {
        departures.check((channel, key) -> {
            ChannelSubscriptions<?> book = books.get(channel);
            return book != null && book.isLeaving(key);
        });
    }

    @SuppressWarnings("unchecked") // equal channels push the same type
    private <T> @Nullable ChannelSubscriptions<T> book(Channel<T> channel) {
        return (ChannelSubscriptions<T>) books.get(channel);
    }

    <T> void push(Channel<T> channel, String key, Received<T> data) {
        ChannelSubscriptions<T> book = book(channel);
        if (book == null) {
            context.metrics.orphan(channel.name());
        } else {
            serving = true;
            book.push(key, data);
        }
    }

    /** A push that could not be read was skipped. */
    void skipped(Channel<?> channel, String key) {
        TopicState<?> entry = topics.get(new Topic(channel.name(), key));
        if (entry != null && entry.isWanted()) {
            skipped.add(entry.topic.toString(), entry);
        }
    }

    void known(TopicState<?> entry) {
        topics.put(entry.topic, entry);
    }

    void unknown(TopicState<?> entry) {
        topics.remove(entry.topic, entry);
    }

    boolean isSettled() {
        return books.values().stream().allMatch(ChannelSubscriptions::isSettled);
    }

    /** All that is known, wanted or not. */
    Collection<TopicState<?>> topics() {
        return topics.values();
    }

    /** How many frames it takes to ask for what is wanted and not asked for yet. */
    int framesMissing() {
        return books.values().stream()
                .mapToInt(ChannelSubscriptions::framesMissing)
                .sum();
    }

    @Nullable
    OutboundFrame nextRestore() {
        return nextSubscribe(true);
    }

    /** Isolated keys last, and only if it is not known that others are served without them. */
    @Nullable
    OutboundFrame nextSubscribe(ConnectionSession link) {
        OutboundFrame next = nextSubscribe(false);
        return next == null ? nextIsolated(link, false) : next;
    }

    private @Nullable OutboundFrame nextSubscribe(boolean restoring) {
        for (ChannelSubscriptions<?> book : books.values()) {
            OutboundFrame next = !restoring || book.isRestoring() ? book.nextSubscribe() : null;
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    /** Isolated keys, without which others are served: last of all. */
    @Nullable
    OutboundFrame nextIsolated(ConnectionSession link) {
        return nextIsolated(link, true);
    }

    /** Only when no other such frame is open, so that the end of the connection can be blamed on this one. */
    private @Nullable OutboundFrame nextIsolated(ConnectionSession link, boolean struck) {
        if (link.open.count(SubscribeFrame.class) > 0) {
            return null;
        }
        ChannelSubscriptions<?> from = null;
        PoisonKeyDetector.Group next = null;
        for (ChannelSubscriptions<?> book : books.values()) {
            PoisonKeyDetector.Group group = book.isolation.next(struck);
            if (group != null && (next == null || group.blamedAt() < next.blamedAt())) {
                from = book;
                next = group;
            }
        }
        return from == null || next == null ? null : from.isolated(next);
    }

    @Nullable
    OutboundFrame nextCancel() {
        for (ChannelSubscriptions<?> book : books.values()) {
            OutboundFrame next = book.nextCancel();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    void connected() {
        serving = false;
        connectedAt = context.loop.nanoTime();
        reminder.set();
    }

    /** Nanoseconds until something that is left alone may be sent. */
    private long left() {
        return books.values().stream()
                .mapToLong(ChannelSubscriptions::left)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    void disconnected(ConnectionSession link, ConnectionEnd end, List<OutboundFrame> open) {
        reminder.stop();
        Instant since = Instant.ofEpochMilli(link.lastInboundMillis());
        books.values().forEach(book -> book.lost(since, end.detail()));
        if (end.isPeerMade()) {
            blame(suspicious(open), end.detail());
        }
        tellDepartures();
    }

    private void blame(@Nullable SubscribeFrame<?> frame, String cause) {
        boolean isolated = frame != null && frame.suspects != null;
        boolean young = context.loop.nanoTime() - connectedAt
                < context.options.backoff().resetAfter().toNanos();
        if (young && !(isolated && serving)) {
            books.values().forEach(book -> book.isolation.forgive());
        }
        if (frame != null) {
            frame.blame(serving, cause);
        }
    }

    /** The frame after which a connection may have ended: the one with isolated keys, else the last. */
    private static @Nullable SubscribeFrame<?> suspicious(List<OutboundFrame> open) {
        SubscribeFrame<?> last = null;
        for (OutboundFrame exchange : open) {
            if (exchange instanceof SubscribeFrame<?> frame && (last == null || last.suspects == null)) {
                last = frame;
            }
        }
        return last;
    }

    /** Something else is wanted. */
    void changed() {
        owner.changed();
    }

    /** The server serves what a frame asked for. */
    void acknowledged() {
        serving = true;
        owner.changed();
    }

    /** The server left a frame unanswered. */
    void unanswered() {
        owner.changed();
        reminder.set();
    }

    /** The connection survives a frame with isolated keys. */
    void survived() {
        books.values().forEach(book -> book.isolation.regroup());
    }

    /** Every handle hears {@code last} and ends. */
    void end(StreamEvent last, RuntimeException why, boolean failed) {
        for (SubscriptionHandle<?> handle : handles) {
            handle.end(last, why, failed);
        }
        reminder.stop();
        skipped.stop();
        departures.fail(why);
        handles.clear();
        books.clear();
        topics.clear();
    }
}
