package hk.qos.ws.internal.engine;

import hk.qos.ws.Latest;
import hk.qos.ws.StreamEvent;
import hk.qos.ws.Topic;
import hk.qos.ws.internal.delivery.Stamped;
import hk.qos.ws.internal.io.ConnectionEnd;
import hk.qos.ws.spi.Channel;
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

    /** Who hears that something may be sent, or that the server answers nothing any more. */
    interface Owner {
        void changed();

        void mute();

        <T> void handleClosed(Handle<T> handle);
    }

    /** Acknowledgements missed in a row before the connection is given up. */
    private static final int PATIENCE = 2;

    private final Context context;
    private final Owner owner;
    private final KeyBudget budget;
    private final Map<Channel<?>, ChannelBook<?>> books = new LinkedHashMap<>();
    private final Map<Topic, KeyEntry<?>> topics = new ConcurrentHashMap<>();
    /** In the order in which they were made, so that a run can be repeated. */
    private final Set<Handle<?>> handles =
            new ConcurrentSkipListSet<>(Comparator.comparingLong((Handle<?> handle) -> handle.number));

    private final AtomicLong lastHandle = new AtomicLong();
    private final Departures departures;
    private int missed;

    Subscriptions(Context context, Owner owner) {
        this.context = context;
        this.owner = owner;
        this.departures = new Departures(context);
        this.budget = new KeyBudget(context.options.maxKeys(), context.options.maxKeysSetting());
    }

    // ------------------------------------------------------------------ any thread

    /** A new handle, its keys within the limit. Any thread. */
    <T> Handle<T> handle(Channel<T> channel, Collection<String> keys) {
        Set<String> canonical = canonical(keys);
        budget.take(canonical);
        Handle<T> handle = new Handle<>(context, this, lastHandle.incrementAndGet(), channel, canonical);
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

    Set<Handle<?>> handles() {
        return handles;
    }

    /** A handle was closed by its owner. Any thread. */
    <T> void closed(Handle<T> handle) {
        handles.remove(handle);
        owner.handleClosed(handle);
    }

    /** Any thread. */
    @SuppressWarnings("unchecked") // a topic's entry belongs to the channel of that name
    <T> Optional<Latest<T>> latest(Channel<T> channel, String key) {
        KeyEntry<?> entry = topics.get(new Topic(channel.name(), context.dialect.canonicalKey(key)));
        Stamped<T> latest = entry == null ? null : (Stamped<T>) entry.latest;
        if (latest == null) {
            return Optional.empty();
        }
        Duration age = Duration.ofMillis(Math.max(0, context.loop.millis() - latest.millis()));
        return Optional.of(new Latest<>(latest.data(), Instant.ofEpochMilli(latest.millis()), age));
    }

    // ------------------------------------------------------------------ on the loop

    <T> void add(Handle<T> handle) {
        ChannelBook<T> book = book(handle.channel);
        if (book == null) {
            book = new ChannelBook<>(context, this, handle.channel);
            books.put(handle.channel, book);
        }
        for (String key : handle.keys()) {
            if (handle.wants(key)) {
                book.add(handle, key);
            }
        }
    }

    <T> void remove(Handle<T> handle, Collection<String> keys) {
        ChannelBook<T> book = book(handle.channel);
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
            ChannelBook<?> book = books.get(channel);
            return book != null && book.isLeaving(key);
        });
    }

    @SuppressWarnings("unchecked") // equal channels push the same type
    private <T> @Nullable ChannelBook<T> book(Channel<T> channel) {
        return (ChannelBook<T>) books.get(channel);
    }

    <T> void push(Channel<T> channel, String key, Stamped<T> data) {
        ChannelBook<T> book = book(channel);
        if (book == null) {
            context.metrics.orphan(channel.name());
        } else {
            book.push(key, data);
        }
    }

    void known(KeyEntry<?> entry) {
        topics.put(entry.topic, entry);
    }

    void unknown(KeyEntry<?> entry) {
        topics.remove(entry.topic, entry);
    }

    boolean isSettled() {
        return books.values().stream().allMatch(ChannelBook::isSettled);
    }

    /** Topics that somebody wants and the server does not serve. */
    long open() {
        return topics.values().stream()
                .filter(entry -> entry.isWanted() && entry.atServer != KeyEntry.AtServer.SERVED)
                .count();
    }

    /** All that is known, wanted or not. */
    Collection<KeyEntry<?>> topics() {
        return topics.values();
    }

    /** How many frames it takes to ask for what is wanted and not asked for yet. */
    int framesMissing() {
        return books.values().stream().mapToInt(ChannelBook::framesMissing).sum();
    }

    /** At most {@code most} of them. */
    List<Topic> someOpen(int most) {
        return topics.values().stream()
                .filter(entry -> entry.isWanted() && entry.atServer != KeyEntry.AtServer.SERVED)
                .map(entry -> entry.topic)
                .sorted(Comparator.comparing(Topic::toString))
                .limit(most)
                .toList();
    }

    boolean needsProof(Link link) {
        return !link.isProven() && books.values().stream().anyMatch(ChannelBook::needsProof);
    }

    @Nullable
    Exchange nextRestore(Link link) {
        return nextSubscribe(link, true);
    }

    @Nullable
    Exchange nextSubscribe(Link link) {
        return nextSubscribe(link, false);
    }

    private @Nullable Exchange nextSubscribe(Link link, boolean restoring) {
        boolean safe = link.isProven() && link.open.count(SubscribeFrame.class) == 0;
        for (ChannelBook<?> book : books.values()) {
            Exchange next = !restoring || book.isRestoring() ? book.nextSubscribe(safe) : null;
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    @Nullable
    Exchange nextCancel() {
        for (ChannelBook<?> book : books.values()) {
            Exchange next = book.nextCancel();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    void connected() {
        missed = 0;
    }

    void disconnected(Link link, ConnectionEnd end, List<Exchange> open) {
        Instant since = Instant.ofEpochMilli(link.lastInboundMillis());
        books.values().forEach(book -> book.lost(since, end.detail()));
        SubscribeFrame<?> last = null;
        for (Exchange exchange : open) {
            if (exchange instanceof SubscribeFrame<?> frame) {
                last = frame;
            }
        }
        if (last != null && end.isPeerMade()) {
            last.blame(link.isProven(), end.detail());
        }
        tellDepartures();
    }

    /** Something else is wanted. */
    void changed() {
        owner.changed();
    }

    /** The server has said what it thinks of a frame. */
    void answered() {
        missed = 0;
        owner.changed();
    }

    void unanswered(boolean unclear) {
        missed = unclear ? missed + 1 : 0;
        if (missed >= PATIENCE) {
            owner.mute();
        } else {
            owner.changed();
        }
    }

    /** Every handle hears {@code last} and ends. */
    void end(StreamEvent last, RuntimeException why, boolean failed) {
        for (Handle<?> handle : handles) {
            handle.end(last, why, failed);
        }
        departures.fail(why);
        handles.clear();
        books.clear();
        topics.clear();
    }
}
