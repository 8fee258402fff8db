package hk.qos.simulator.server;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends the pushes of one connection at the configured rate. Confined to the connection's event loop. */
final class Pusher {
    private final ServerContext server;
    private final StreamSession session;
    private final Subscriptions subscriptions;
    private final AtomicLong sent = new AtomicLong();
    private final String kindField;
    private @Nullable Future<?> beat;
    private long lastMillis;

    Pusher(ServerContext server, StreamSession session, Subscriptions subscriptions) {
        this.server = server;
        this.session = session;
        this.subscriptions = subscriptions;
        this.kindField = server.api().stream().envelope().push();
    }

    void start(EventLoop loop) {
        lastMillis = server.settings().clock().millis();
        long period = Math.max(1, Math.round(1e9 / server.settings().pushRate()));
        beat = loop.scheduleAtFixedRate(this::push, period, period, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (beat != null) {
            beat.cancel(false);
        }
    }

    /** The number of pushes. */
    long sent() {
        return sent.get();
    }

    /** A client that does not read receives its trades later, and only the latest push of every other kind. */
    private void push() {
        if (!session.isWritable()) {
            return;
        }
        long now = server.settings().clock().millis();
        server.answers().pushing(now);
        if (!server.faults().arePushesMuted()) {
            for (Subscriptions.Wanted wanted : subscriptions.all()) {
                for (JsonNode payload :
                        server.answers().pushes(wanted.subscription(), wanted.topic(), lastMillis, now)) {
                    JsonNode sent = server.faults().sent(payload);
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
        server.observations().push();
    }
}
