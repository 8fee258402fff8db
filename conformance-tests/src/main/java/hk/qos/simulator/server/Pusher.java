package hk.qos.simulator.server;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends one connection its pushes, at the rate of the settings; lives on the connection's event loop. */
final class Pusher {
    private final ServerContext desk;
    private final StreamSession session;
    private final Subscriptions subscriptions;
    private final AtomicLong sent = new AtomicLong();
    private final String kindField;
    private @Nullable Future<?> beat;
    private long lastMillis;

    Pusher(ServerContext desk, StreamSession session, Subscriptions subscriptions) {
        this.desk = desk;
        this.session = session;
        this.subscriptions = subscriptions;
        this.kindField = desk.api().stream().envelope().push();
    }

    void start(EventLoop loop) {
        lastMillis = desk.settings().clock().millis();
        long period = Math.max(1, Math.round(1e9 / desk.settings().pushRate()));
        beat = loop.scheduleAtFixedRate(this::push, period, period, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (beat != null) {
            beat.cancel(false);
        }
    }

    /** How many pushes there were. */
    long sent() {
        return sent.get();
    }

    /** A client that takes nothing gets its trades later, and of everything else only the latest. */
    private void push() {
        if (!session.isWritable()) {
            return;
        }
        long now = desk.settings().clock().millis();
        if (!desk.faults().arePushesMuted()) {
            for (Subscriptions.Wanted wanted : subscriptions.all()) {
                for (JsonNode payload : desk.answers().pushes(wanted.subscription(), wanted.topic(), lastMillis, now)) {
                    JsonNode sent = desk.faults().sent(payload);
                    if (sent != null) {
                        push(wanted.subscription().type(), sent);
                    }
                }
            }
            session.flush();
        }
        lastMillis = now;
    }

    private void push(String kind, JsonNode payload) {
        ObjectNode push = JsonNodeFactory.instance.objectNode().put(kindField, kind);
        payload.properties().forEach(field -> push.set(field.getKey(), field.getValue()));
        session.write(push);
        sent.incrementAndGet();
        desk.observations().push();
    }
}
