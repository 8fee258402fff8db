package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.delivery.Mailbox;

/** Reads what other threads may read of an engine's queues. */
final class Gauges implements StreamGauges {
    private final Context context;
    private final Lifecycle lifecycle;
    private final Requests requests;

    Gauges(Context context, Lifecycle lifecycle, Requests requests) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.requests = requests;
    }

    @Override
    public String stream() {
        return context.id;
    }

    @Override
    public StreamState state() {
        return lifecycle.state();
    }

    @Override
    public int keys() {
        return lifecycle.subscriptions.budget().size();
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
        for (SubscriptionHandle<?> handle : lifecycle.subscriptions.handles()) {
            for (Mailbox<?> mailbox : handle.mailboxes()) {
                items += mailbox.size();
            }
        }
        for (Mailbox<?> mailbox : context.events.mailboxes()) {
            items += mailbox.size();
        }
        return items;
    }

    @Override
    public long bytesWaiting() {
        return context.mailboxes.budget().used();
    }

    @Override
    public String toString() {
        return "StreamGauges[" + stream() + "]";
    }
}
