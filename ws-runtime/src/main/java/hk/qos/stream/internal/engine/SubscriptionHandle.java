package hk.qos.stream.internal.engine;

import hk.qos.error.ClosedException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.Update;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.delivery.Reporter;
import hk.qos.stream.internal.delivery.Sink;
import hk.qos.stream.internal.delivery.SubscriberSink;
import hk.qos.stream.internal.recovery.GapSubscriber;
import hk.qos.stream.spi.Channel;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller's subscription of some keys. Its owner calls it on any thread, the engine on the loop. */
final class SubscriptionHandle<T> implements Subscription<T>, GapSubscriber<T> {

    /** Hears what the caller does. Any thread. */
    interface Owner {
        /** {@code key} no longer counts towards the limit. */
        void released(Channel<?> channel, String key);

        /** The caller has given up some keys, and keeps others. */
        <T> void givenUp(SubscriptionHandle<T> handle, Collection<String> keys);

        /** The caller has closed the subscription. */
        <T> void closed(SubscriptionHandle<T> handle);
    }

    final long number;
    final Channel<T> channel;
    private final Mailboxes factory;
    private final Reporter reporter;
    private final FutureCompleter futures;
    private final Owner owner;
    private final Set<String> keys;
    private final Map<String, SubscriptionState> states = new ConcurrentHashMap<>();
    private final Map<String, String> rejections = new ConcurrentHashMap<>();
    /** Keys that were neither given up nor refused. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private final Set<String> isolated = ConcurrentHashMap.newKeySet();
    /** Keys that are neither acknowledged, refused nor given up; on the loop. */
    private final Set<String> undecided;

    private final List<Mailbox<T>> mailboxes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> sharedReady = SharedFuture.of(ready);
    private final AtomicBoolean readyDecided = new AtomicBoolean();
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private @Nullable Throwable refusal;

    /** The end; {@code error} is null if the caller closed the subscription or the stream. */
    private record End(@Nullable Throwable error) {}

    /**
     * @param reporter receives what listeners throw
     * @param number gives the order of creation
     */
    SubscriptionHandle(
            Mailboxes factory,
            Reporter reporter,
            FutureCompleter futures,
            Owner owner,
            long number,
            Channel<T> channel,
            Set<String> keys) {
        this.number = number;
        this.factory = factory;
        this.reporter = reporter;
        this.futures = futures;
        this.owner = owner;
        this.channel = channel;
        this.keys = Collections.unmodifiableSet(keys);
        this.undecided = new HashSet<>(keys);
        this.held.addAll(keys);
        keys.forEach(key -> states.put(key, SubscriptionState.PENDING));
    }

    void deliverTo(Sink<T> sink) {
        mailboxes.add(mailbox(sink, "a listener of "));
    }

    private Mailbox<T> mailbox(Sink<T> sink, String consumer) {
        return factory.ofChannel(
                channel, sink, () -> consumer + channel.name() + " (" + Wording.some(keys, false) + ")", reporter);
    }

    List<Mailbox<T>> mailboxes() {
        return mailboxes;
    }

    void push(T data, long millis, int bytes, @Nullable Object identity) {
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.push(data, millis, bytes, identity);
        }
    }

    @Override
    public void recovered(String key, Received<T> item) {
        Object identity = Mailboxes.identity(channel, key, item.data());
        mailboxes.forEach(mailbox -> mailbox.push(item, identity));
    }

    @Override
    public void event(StreamEvent event) {
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.event(event);
        }
    }

    /** Whether {@code key} was neither given up nor refused. */
    @Override
    public boolean wants(String key) {
        return held.contains(key);
    }

    boolean isRestoring(String key) {
        return states.get(key) == SubscriptionState.RESTORING;
    }

    /** The server serves {@code key}. On the loop. */
    void active(String key) {
        move(key, SubscriptionState.ACTIVE);
        decided(key);
    }

    /**
     * The connection is gone. On the loop.
     *
     * @param served whether {@code key} was acknowledged on it, or pushed
     */
    void lost(String key, boolean served) {
        states.computeIfPresent(
                key,
                (same, state) -> state == SubscriptionState.ACTIVE || (served && state == SubscriptionState.PENDING)
                        ? SubscriptionState.RESTORING
                        : state);
    }

    /** The server refused {@code key}. On the loop. */
    void rejected(String key, String serverMessage, Throwable error) {
        rejections.put(key, serverMessage);
        move(key, SubscriptionState.REJECTED);
        release(key);
        refusal = refusal == null ? error : refusal;
        decided(key);
    }

    /** Whether connections ended after {@code key}, so that it is subscribed alone. On the loop. */
    void isolated(String key, boolean now) {
        if (now) {
            isolated.add(key);
        } else {
            isolated.remove(key);
        }
    }

    /** The stream ends, and this subscription with it. On the loop. */
    void end(StreamEvent last, RuntimeException why, boolean failed) {
        Throwable error = failed ? why : null;
        if (end.compareAndSet(null, new End(error))) {
            giveUpAll();
            decideReady(why);
            mailboxes.forEach(failed ? mailbox -> mailbox.finish(last, error) : mailbox -> mailbox.end(last, null));
        }
    }

    /** Gives up keys together, so that one frame cancels them; the last key closes the subscription. */
    void giveUp(Collection<String> given) {
        List<String> mine = given.stream()
                .filter(key -> held.contains(key) || states.get(key) == SubscriptionState.REJECTED)
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        for (String key : mine) {
            move(key, SubscriptionState.CLOSED);
            release(key);
        }
        if (states.values().stream().allMatch(state -> state == SubscriptionState.CLOSED)) {
            close();
        } else {
            owner.givenUp(this, mine);
        }
    }

    /** The engine has removed {@code keys}, which were given up. On the loop. */
    void removed(Collection<String> given) {
        given.forEach(this::decided);
    }

    @Override
    public CompletableFuture<Void> ready() {
        return sharedReady;
    }

    @Override
    public String channel() {
        return channel.name();
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public Map<String, SubscriptionState> states() {
        Map<String, SubscriptionState> copy = new LinkedHashMap<>();
        for (String key : keys) {
            copy.put(key, state(key));
        }
        return copy;
    }

    private SubscriptionState state(String key) {
        SubscriptionState state = states.getOrDefault(key, SubscriptionState.CLOSED);
        boolean open = state == SubscriptionState.PENDING || state == SubscriptionState.RESTORING;
        return open && isolated.contains(key) ? SubscriptionState.ISOLATED : state;
    }

    @Override
    public @Nullable String rejection(String key) {
        return rejections.get(channel.canonicalKey(Checks.required("key", key)));
    }

    @Override
    public void close() {
        if (end.compareAndSet(null, new End(null))) {
            giveUpAll();
            mailboxes.forEach(mailbox -> mailbox.end(null, null));
            decideReady(new ClosedException("the subscription was closed before it was acknowledged"));
            owner.closed(this);
        } else if (Objects.requireNonNull(end.get()).error() != null) {
            // The stream has failed, and listeners may still have items queued.
            mailboxes.forEach(Mailbox::discard);
        }
    }

    @Override
    public boolean isClosed() {
        return end.get() != null;
    }

    @Override
    public Flow.Publisher<T> publisher() {
        return subscriber -> publish(subscriber, Function.identity(), Function.identity(), null);
    }

    @Override
    public Flow.Publisher<Update<T>> updates() {
        return subscriber -> publish(subscriber, Update.Data::new, Update.Recovered::new, Update.Event::new);
    }

    private <U> void publish(
            Flow.Subscriber<? super U> subscriber,
            Function<T, U> ofData,
            Function<T, U> ofRecovered,
            @Nullable Function<StreamEvent, U> ofEvent) {
        Objects.requireNonNull(subscriber, "subscriber");
        SubscriberSink<T, U> sink = new SubscriberSink<>(
                subscriber, ofData, ofRecovered, ofEvent, () -> mailboxes.removeIf(Mailbox::isOver));
        Mailbox<T> mailbox = mailbox(sink, "a subscriber of ");
        sink.attach(mailbox);
        mailboxes.add(mailbox);
        End over = end.get();
        if (over == null) {
            mailbox.wake();
        } else {
            mailbox.end(null, over.error());
        }
    }

    private void giveUpAll() {
        for (String key : keys) {
            states.computeIfPresent(
                    key, (same, state) -> state == SubscriptionState.REJECTED ? state : SubscriptionState.CLOSED);
            release(key);
        }
    }

    private void move(String key, SubscriptionState to) {
        states.computeIfPresent(key, (same, state) -> state == SubscriptionState.CLOSED ? state : to);
    }

    private void release(String key) {
        if (held.remove(key)) {
            owner.released(channel, key);
        }
    }

    private void decided(String key) {
        if (undecided.remove(key) && undecided.isEmpty()) {
            decideReady(refusal);
        }
    }

    /** Decides the result of {@link #ready}, once: the threads that complete futures keep no order. */
    private void decideReady(@Nullable Throwable error) {
        if (!readyDecided.compareAndSet(false, true)) {
            return;
        }
        if (error == null) {
            futures.complete(ready);
        } else {
            futures.fail(ready, error);
        }
    }
}
