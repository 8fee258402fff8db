package hk.qos.simulator.server;

import hk.qos.simulator.answer.Topic;
import hk.qos.simulator.replay.RecordedStream.Message;
import hk.qos.simulator.replay.Replay;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.StreamCommand.Subscription;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a recording to one connection on its event loop: subscribed pushes, with codes as recorded, and all other
 * messages but answers, since the client sends its own requests.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Scheduled tasks end with the connection.
final class Playback {
    private static final long FULL_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ServerContext server;
    private final StreamSession session;
    private final Subscriptions subscriptions;
    private final Replay replay;
    private final EventLoop loop;
    private final Envelope envelope;
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private long startNanos;
    private int next;
    private int sent;

    Playback(ServerContext server, StreamSession session, Subscriptions subscriptions, Replay replay, EventLoop loop) {
        this.server = server;
        this.session = session;
        this.subscriptions = subscriptions;
        this.replay = replay;
        this.loop = loop;
        this.envelope = server.api().stream().envelope();
    }

    /**
     * Starts; the future completes with the number of messages sent, at the end of the recording or of the connection.
     */
    CompletableFuture<Integer> start() {
        loop.execute(() -> {
            startNanos = System.nanoTime();
            play();
        });
        return done;
    }

    private void play() {
        List<Message> messages = replay.recording().messages();
        while (next < messages.size() && session.isOpen()) {
            Message message = messages.get(next);
            long wait = startNanos + replay.dueNanos(message) - System.nanoTime();
            if (wait > 0 || !session.isWritable()) {
                session.flush();
                loop.schedule(this::play, Math.max(wait, FULL_PAUSE_NANOS), TimeUnit.NANOSECONDS);
                return;
            }
            next++;
            if (!server.faults().arePushesMuted() && isWanted(message)) {
                session.writeText(message.frame());
                sent++;
                server.observations().push();
            }
        }
        session.flush();
        done.complete(sent);
    }

    private boolean isWanted(Message message) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(message.frame());
        } catch (JacksonException e) {
            return true;
        }
        if (json.has(envelope.answer()) || !json.has(envelope.push())) {
            return !json.has(envelope.answer());
        }
        String kind = json.path(envelope.push()).asString("");
        return subscriptions.all().stream()
                .filter(wanted -> wanted.subscription().type().equals(kind))
                .anyMatch(wanted -> isAbout(wanted.subscription(), wanted.topic(), json));
    }

    private boolean isAbout(Subscription subscription, Topic topic, JsonNode push) {
        String key = push.path(subscription.key()).asString("");
        boolean isKeyed = subscription.byInstrument()
                ? key.indexOf(':') > 0 && server.api().codes().split(key).contains(topic.key())
                : key.equals(topic.key());
        return isKeyed
                && topic.parameters().entrySet().stream()
                        .allMatch(parameter -> parameter.getValue().equals(push.get(parameter.getKey())));
    }
}
