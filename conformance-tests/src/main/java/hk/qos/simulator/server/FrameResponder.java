package hk.qos.simulator.server;

import hk.qos.simulator.answer.Query;
import hk.qos.simulator.fault.AnswerFate;
import hk.qos.simulator.fault.FrameFault;
import hk.qos.simulator.observe.Violation.Kind;
import hk.qos.simulator.settings.TooFast;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.Problem;
import hk.qos.simulator.spec.StreamCommand;
import hk.qos.simulator.spec.StreamCommand.Subscription;
import hk.qos.simulator.spec.StreamCommands;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Validates and executes the frames of one connection. Confined to its event loop. */
final class FrameResponder {
    private static final int POLICY_VIOLATION = 1008;

    private final ServerContext server;
    private final StreamSession session;
    private final Subscriptions subscriptions;
    private final StreamCommands commands;
    private final Envelope envelope;
    private final String correlation;
    private boolean spoke;
    private long lastNanos;

    FrameResponder(ServerContext server, StreamSession session, Subscriptions subscriptions) {
        this.server = server;
        this.session = session;
        this.subscriptions = subscriptions;
        this.commands = server.api().stream();
        this.envelope = commands.envelope();
        this.correlation = commands.correlation();
    }

    void take(String text) {
        long nanos = System.nanoTime();
        JsonNode frame = null;
        String syntax = "not an object";
        try {
            JsonNode read = HttpResponder.STRICT.readTree(text);
            frame = read.isObject() ? read : null;
        } catch (JacksonException e) {
            syntax = e.getOriginalMessage();
        }
        String type = frame == null ? "" : frame.path(envelope.answer()).asString("");
        server.observations().frame(session.id(), type, text);
        if (server.faults().isSilent()) {
            return;
        }
        boolean obey = isSlowEnough(nanos, frame, type);
        spoke = true;
        lastNanos = nanos;
        if (!obey) {
            return;
        }
        if (frame == null) {
            violated(Kind.SCHEMA, null, type, "Frame is not a JSON object: " + syntax);
        } else {
            judge(frame, type);
        }
    }

    /** Handles a frame that is not text. */
    void takeBinary() {
        violated(Kind.SCHEMA, null, "", "Frames are text, this one is binary");
    }

    private boolean isSlowEnough(long nanos, @Nullable JsonNode frame, String type) {
        long least = server.settings().plan().spacing().toNanos();
        long gap = nanos - lastNanos;
        if (!spoke || gap >= least) {
            return true;
        }
        String errorText = "Too fast: " + gap / 1_000_000 + " ms after the frame before, at least " + least / 1_000_000
                + " ms are due";
        TooFast policy = server.settings().tooFast();
        if (server.settings().strict() || policy == TooFast.CLOSED) {
            server.observations().violation(Kind.SPACING, "frame " + type, errorText);
            session.close(POLICY_VIOLATION, errorText);
            return false;
        }
        if (policy == TooFast.ANSWERED) {
            violated(Kind.SPACING, frame, type, errorText);
            return false;
        }
        server.observations().violation(Kind.SPACING, "frame " + type, errorText);
        return true;
    }

    private void judge(JsonNode frame, String type) {
        StreamCommand command = commands.of(type);
        if (command == null) {
            violated(Kind.SCHEMA, frame, type, "No such command: " + envelope.answer() + " \"" + type + "\"");
            return;
        }
        List<Problem> problems = command.request().strictProblems(frame);
        if (!problems.isEmpty()) {
            violated(Kind.SCHEMA, frame, type, HttpResponder.errorText(problems));
            return;
        }
        List<Problem> exceeding =
                command.request().exceeding(frame, server.settings().plan().barsPerRequest());
        if (!exceeding.isEmpty()) {
            violated(Kind.BARS, frame, type, HttpResponder.errorText(exceeding));
            return;
        }
        Set<String> codes = server.api().codes().in(frame, command.request());
        if (server.faults().areKeysExpired()) {
            answer(answer(type, HttpResponder.KEY_EXPIRED, frame, command.timed()), type);
            return;
        }
        Optional<FrameFault> fault = server.faults().takeFrame(type, codes);
        if (fault.isPresent()) {
            harm(fault.get(), command, frame);
            return;
        }
        String obstacle = obstacle(command, frame);
        if (obstacle != null) {
            answer(answer(type, obstacle, frame, command.timed()), type);
            return;
        }
        obey(command, frame, codes);
    }

    private void harm(FrameFault fault, StreamCommand command, JsonNode frame) {
        switch (fault.effect()) {
            case REFUSE -> answer(answer(command.type(), fault.errorText(), frame, command.timed()), command.type());
            case CLOSE -> session.close(fault.closeCode(), fault.errorText());
            case IGNORE -> {}
        }
    }

    private @Nullable String obstacle(StreamCommand command, JsonNode frame) {
        Subscription subscription = command.subscription();
        String operation = command.kind() == StreamCommand.Kind.SUBSCRIBE && subscription != null
                ? subscription.operationId()
                : command.operationId();
        return server.answers().obstacle(operation, frame);
    }

    private void obey(StreamCommand command, JsonNode frame, Set<String> codes) {
        Subscription subscription = command.subscription();
        int instruments = command.kind() == StreamCommand.Kind.SUBSCRIBE
                ? subscriptions.instrumentsWith(codes)
                : command.kind() == StreamCommand.Kind.REQUEST ? codes.size() : 0;
        int most = server.settings().plan().instruments();
        if (instruments > most) {
            violated(
                    Kind.INSTRUMENTS,
                    frame,
                    command.type(),
                    "Too many instruments: " + instruments + ", the plan permits " + most);
            return;
        }
        ObjectNode answer = answer(command.type(), envelope.ok(), frame, command.timed());
        if (command.kind() == StreamCommand.Kind.SUBSCRIBE && subscription != null) {
            subscriptions.add(subscription, frame, keys(subscription, frame, codes));
        } else if (command.kind() == StreamCommand.Kind.CANCEL && subscription != null) {
            subscriptions.remove(subscription, frame, keys(subscription, frame, codes));
        } else if (command.kind() == StreamCommand.Kind.REQUEST) {
            Query query = new Query(frame, codes, server.settings().clock().millis());
            JsonNode payload =
                    server.answers().payload(command.operationId(), query, command.payload(), command.examples());
            if (payload == null) {
                answer.put(envelope.status(), "Not simulated: " + command.type());
            } else {
                answer.set(envelope.data(), server.faults().sent(payload));
                command.beside().properties().forEach(field -> answer.putIfAbsent(field.getKey(), field.getValue()));
            }
        }
        answer(answer, command.type());
        if (command.kind() == StreamCommand.Kind.SUBSCRIBE) {
            session.subscribed();
        }
    }

    private static Set<String> keys(Subscription subscription, JsonNode frame, Set<String> codes) {
        return subscription.byInstrument()
                ? codes
                : frame.path(subscription.keys())
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void violated(Kind kind, @Nullable JsonNode frame, String type, String errorText) {
        server.observations().violation(kind, "frame " + type, errorText);
        if (server.settings().strict()) {
            session.close(POLICY_VIOLATION, errorText);
        } else {
            StreamCommand command = commands.of(type);
            answer(answer(type, errorText, frame, command != null && command.timed()), type);
        }
    }

    private ObjectNode answer(String type, String status, @Nullable JsonNode frame, boolean timed) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!type.isEmpty()) {
            answer.put(envelope.answer(), type);
        }
        answer.put(envelope.status(), status);
        if (timed) {
            answer.put("time", server.settings().clock().instant().getEpochSecond());
        }
        JsonNode id = frame == null ? null : frame.get(correlation);
        if (id != null) {
            answer.set(correlation, id);
        }
        return answer;
    }

    private void answer(ObjectNode answer, String type) {
        AnswerFate fate = server.faults().takeAnswer(type);
        if (fate.type() != null) {
            answer.put(envelope.answer(), fate.type());
        }
        Bodies.pad(answer, "x".repeat(fate.bytes()));
        for (int i = 0; i < fate.copies(); i++) {
            session.send(answer, fate.delay());
        }
    }
}
