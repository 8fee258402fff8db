package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.delivery.Mailbox;
import java.util.function.Supplier;

/** Present values of one engine, for metrics. Any thread. */
final class Gauges implements StreamGauges {
    private final String stream;
    private final Supplier<StreamState> state;
    private final Subscriptions subscriptions;
    private final Requests requests;
    private final Events events;
    private final Mailboxes mailboxes;

    Gauges(
            String stream,
            Supplier<StreamState> state,
            Subscriptions subscriptions,
            Requests requests,
            Events events,
            Mailboxes mailboxes) {
        this.stream = stream;
        this.state = state;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.events = events;
        this.mailboxes = mailboxes;
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public StreamState state() {
        return state.get();
    }

    @Override
    public int keys() {
        return subscriptions.keysHeld();
    }

    @Override
    public int requestsWaiting() {
        return requests.waiting();
    }

    @Override
    public int requestsInFlight() {
        return requests.inFlight();
    }

    @Override
    public int itemsWaiting() {
        int items = 0;
        for (Mailbox<?> mailbox : subscriptions.mailboxes()) {
            items += mailbox.size();
        }
        for (Mailbox<?> mailbox : events.mailboxes()) {
            items += mailbox.size();
        }
        return items;
    }

    @Override
    public long bytesWaiting() {
        return mailboxes.bytesWaiting();
    }

    @Override
    public String toString() {
        return "StreamGauges[" + stream() + "]";
    }
}
