package hk.qos.stream.internal.engine;

import hk.qos.error.ClosedException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.Update;
import hk.qos.stream.internal.delivery.Mailbox;
import hk.qos.stream.internal.delivery.Received;
import hk.qos.stream.internal.delivery.Sink;
import hk.qos.stream.internal.delivery.SubscriberSink;
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

/** One caller's interest in some keys: what is asked of it comes on any thread, what happens to it on the loop. */
final class SubscriptionHandle<T> implements Subscription<T> {
    final long number;
    final Channel<T> channel;
    private final Context context;
    private final Subscriptions owner;
    private final Set<String> keys;
    private final Map<String, SubscriptionState> states = new ConcurrentHashMap<>();
    private final Map<String, String> rejections = new ConcurrentHashMap<>();
    private final Set<String> budgeted = ConcurrentHashMap.newKeySet();
    private final Set<String> isolated = ConcurrentHashMap.newKeySet();
    private final Set<String> unsettled;
    private final List<Mailbox<T>> mailboxes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final AtomicBoolean decided = new AtomicBoolean();
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private @Nullable Throwable refusal;

    /** Nothing comes any more; {@code error} unless that was asked for. */
    private record End(@Nullable Throwable error) {}

    SubscriptionHandle(Context context, Subscriptions owner, long number, Channel<T> channel, Set<String> keys) {
        this.number = number;
        this.context = context;
        this.owner = owner;
        this.channel = channel;
        this.keys = Collections.unmodifiableSet(keys);
        this.unsettled = new HashSet<>(keys);
        this.budgeted.addAll(keys);
        keys.forEach(key -> states.put(key, SubscriptionState.PENDING));
    }

    void deliverTo(Sink<T> outlet) {
        mailboxes.add(mailbox(outlet, "a listener of "));
    }

    private Mailbox<T> mailbox(Sink<T> outlet, String consumer) {
        return new Mailbox<>(
                channel.name(),
                context.mailboxes,
                context.userCode.behind(
                        outlet, () -> consumer + channel.name() + " (" + Abbreviated.some(keys, false) + ")"),
                context.events,
                Mailboxes.momentIn(channel));
    }

    List<Mailbox<T>> mailboxes() {
        return mailboxes;
    }

    void push(Received<T> data, @Nullable Object identity) {
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.push(data, identity);
        }
    }

    void event(StreamEvent event) {
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.event(event);
        }
    }

    /** Whether {@code key} was neither given up nor refused. */
    boolean wants(String key) {
        return budgeted.contains(key);
    }

    boolean isRestoring(String key) {
        return states.get(key) == SubscriptionState.RESTORING;
    }

    /** The server serves {@code key}. On the loop. */
    void active(String key) {
        move(key, SubscriptionState.ACTIVE);
        settled(key);
    }

    /**
     * The connection is gone. On the loop.
     *
     * @param served whether {@code key} was acknowledged on it, or pushed without that
     */
    void lost(String key, boolean served) {
        states.computeIfPresent(
                key,
                (same, state) -> state == SubscriptionState.ACTIVE || (served && state == SubscriptionState.PENDING)
                        ? SubscriptionState.RESTORING
                        : state);
    }

    /** The server refused {@code key}. On the loop. */
    void rejected(String key, String words, Throwable error) {
        rejections.put(key, words);
        move(key, SubscriptionState.REJECTED);
        free(key);
        refusal = refusal == null ? error : refusal;
        settled(key);
    }

    /** Whether connections ended after {@code key}, so that it is asked for alone and ever more rarely. On the loop. */
    void isolated(String key, boolean now) {
        if (now) {
            isolated.add(key);
        } else {
            isolated.remove(key);
        }
    }

    /** The stream ends, and this handle with it. On the loop. */
    void end(StreamEvent last, RuntimeException why, boolean failed) {
        Throwable error = failed ? why : null;
        if (end.compareAndSet(null, new End(error))) {
            giveUpAll();
            decide(why);
            mailboxes.forEach(failed ? mailbox -> mailbox.finish(last, error) : mailbox -> mailbox.end(last, null));
        }
    }

    /** Takes keys away from this handle, all at once, so that one frame says so; the last one closes it. */
    void giveUp(Collection<String> given) {
        List<String> mine = given.stream()
                .filter(key -> budgeted.contains(key) || states.get(key) == SubscriptionState.REJECTED)
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        for (String key : mine) {
            move(key, SubscriptionState.CLOSED);
            free(key);
        }
        if (states.values().stream().allMatch(state -> state == SubscriptionState.CLOSED)) {
            close();
        } else {
            context.post(() -> {
                owner.remove(this, mine);
                mine.forEach(this::settled);
                owner.changed();
            });
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the only value of Void
    public CompletableFuture<Void> ready() {
        // Not a copy, which would wrap the error for who looks at it in a callback.
        CompletableFuture<Void> own = new CompletableFuture<>();
        var unused = ready.whenComplete((none, error) -> {
            if (error == null) {
                own.complete(null);
            } else {
                own.completeExceptionally(error);
            }
        });
        return own;
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
        return rejections.get(context.dialect.canonicalKey(key));
    }

    @Override
    public void close() {
        if (end.compareAndSet(null, new End(null))) {
            giveUpAll();
            mailboxes.forEach(mailbox -> mailbox.end(null, null));
            decide(new ClosedException("the subscription was closed before it was acknowledged"));
            owner.closed(this);
        } else if (Objects.requireNonNull(end.get()).error() != null) {
            // The stream has failed, and may still have something for its listeners.
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
        SubscriberSink<T, U> outlet = new SubscriberSink<>(
                subscriber, ofData, ofRecovered, ofEvent, () -> mailboxes.removeIf(Mailbox::isOver));
        Mailbox<T> mailbox = mailbox(outlet, "a subscriber of ");
        outlet.attach(mailbox);
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
            free(key);
        }
    }

    private void move(String key, SubscriptionState to) {
        states.computeIfPresent(key, (same, state) -> state == SubscriptionState.CLOSED ? state : to);
    }

    private void free(String key) {
        if (budgeted.remove(key)) {
            owner.budget().giveBack(key);
        }
    }

    private void settled(String key) {
        if (unsettled.remove(key) && unsettled.isEmpty()) {
            decide(refusal);
        }
    }

    /** Settles what {@link #ready} tells, once: the threads that complete futures keep no order. */
    private void decide(@Nullable Throwable error) {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        if (error == null) {
            context.complete(ready);
        } else {
            context.fail(ready, error);
        }
    }
}
