package hk.qos.contract;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Conversations;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Contracts about meanings that no example of the documents can express, written by hand.
 *
 * <p>A pact cannot describe an upgrade: {@code UpgradeTest} tests how the client handles a refused one, {@code
 * AccessTest} how the simulator refuses.
 */
final class HandWrittenContracts {
    private static final String ELEVEN =
            "{\"codes\":[\"US:AAPL,TSLA\",\"HK:700,9988\",\"SH:600519,600518\",\"SZ:000001,002594\","
                    + "\"CF:BTCUSDT,ETHUSDT\",\"FX:EURUSD\"]}";
    /** Answers that differ in their ids only: each belongs to its command, in any order. */
    static final String FIRST_OF_TWO = "first of two in flight";

    static final String SECOND_OF_TWO = "second of two in flight";

    private static final String ONE = "{\"codes\":[\"US:AAPL\"]}";

    private HandWrittenContracts() {}

    static List<Contract> http(Conversations examples) {
        Conversation like = of(examples.http(), "snapshots");
        Conversation expired = named(like, "expired key", 200, ONE, refusalBody("Key expired."));
        Conversation limit = named(
                like, "instrument limit", 200, ELEVEN, refusalBody("Too many instruments: 11, the plan permits 10"));
        Conversation unknown = named(
                of(examples.http(), "trades"),
                "unknown code missing, partial data",
                200,
                "{\"codes\":[\"CF:BTCUSDT,NOSUCH\"],\"count\":2}",
                "{\"msg\":\"OK\",\"data\":[{\"c\":\"CF:BTCUSDT\",\"p\":\"83514.20\",\"ts\":1773155060}]}");
        return List.of(
                Contracts.http(
                        named(like, "wrong key", 401, ONE, refusalBody("Unknown key.")),
                        Contracts.WRONG_KEY,
                        null,
                        Failure.WRONG_KEY),
                Contracts.http(expired, Contracts.ANY_KEY, States.KEY_EXPIRED, Failure.WRONG_KEY),
                Contracts.http(limit, Contracts.ANY_KEY, States.plan(10), Failure.REFUSED_BY_HTTP),
                Contracts.http(
                        named(like, "too fast", 429, ONE, refusalBody("Too many requests.")),
                        Contracts.ANY_KEY,
                        States.REQUESTS_USED_UP,
                        Failure.TOO_MANY_REQUESTS),
                leadingZeros(like),
                Contracts.http(unknown, Contracts.ANY_KEY, null, null));
    }

    /** The only contract about spelling; all others accept any. */
    private static Contract leadingZeros(Conversation like) {
        Contract contract = Contracts.http(
                named(
                        like,
                        "HK:00700",
                        200,
                        "{\"codes\":[\"HK:700\"]}",
                        "{\"msg\":\"OK\",\"data\":[{\"c\":\"HK:00700\",\"lp\":\"612.50\",\"ts\":1773124800}]}"),
                Contracts.ANY_KEY,
                States.LEADING_ZEROS,
                null);
        ((V4Interaction.SynchronousHttp) contract.interaction())
                .getResponse()
                .getMatchingRules()
                .rulesForCategory("body")
                .addRule("$.data[*].c", new RegexMatcher("HK:00700"));
        return contract;
    }

    static List<Contract> commands(Conversations examples) {
        Conversation request = of(examples.commands(), "requestSnapshots");
        Conversation subscribe = of(examples.commands(), "subscribeSnapshots");
        return List.of(
                Contracts.command(
                        named(request, FIRST_OF_TWO, 200, snapshotOf("CF:BTCUSDT", 20), quoteOf("CF:BTCUSDT", 20)),
                        null,
                        null),
                Contracts.command(
                        named(request, SECOND_OF_TWO, 200, snapshotOf("CF:ETHUSDT", 21), quoteOf("CF:ETHUSDT", 21)),
                        null,
                        null),
                refused(
                        request,
                        "too fast",
                        "{\"type\":\"RS\",\"codes\":[\"US:AAPL\"],\"reqid\":7}",
                        "{\"type\":\"RS\",\"msg\":\"Too fast: 12 ms after the frame before\",\"reqid\":7}",
                        States.JUST_SPOKE),
                refused(
                        request,
                        "expired key",
                        "{\"type\":\"RS\",\"codes\":[\"US:AAPL\"],\"reqid\":10}",
                        "{\"type\":\"RS\",\"msg\":\"Key expired.\",\"reqid\":10}",
                        States.KEY_EXPIRED),
                refused(
                        subscribe,
                        "expired key",
                        "{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":11}",
                        "{\"type\":\"S\",\"msg\":\"Key expired.\",\"reqid\":11}",
                        States.KEY_EXPIRED),
                refused(
                        subscribe,
                        "instrument limit",
                        withType(ELEVEN, "S", 8),
                        "{\"type\":\"S\",\"msg\":\"Too many instruments: 11, the plan permits 10\",\"reqid\":8}",
                        States.plan(10)),
                refused(
                        subscribe,
                        "a code that the server refuses",
                        "{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":9}",
                        "{\"type\":\"S\",\"msg\":\"Invalid code.\",\"reqid\":9}",
                        States.REFUSED));
    }

    private static String snapshotOf(String code, int id) {
        return "{\"type\":\"RS\",\"codes\":[\"" + code + "\"],\"reqid\":" + id + "}";
    }

    private static String quoteOf(String code, int id) {
        return "{\"type\":\"RS\",\"msg\":\"OK\",\"reqid\":" + id + ",\"data\":[{\"c\":\"" + code
                + "\",\"lp\":\"83538.00\",\"ts\":1773155060}]}";
    }

    private static Contract refused(Conversation like, String name, String request, String answer, String state) {
        Conversation refusal = named(like, name, 200, request, answer);
        return Contracts.command(
                refusal, state, Failure.ofErrorText(Contracts.refusal(refusal), Failure.REFUSED_BY_STREAM));
    }

    private static String withType(String body, String type, long id) {
        ObjectNode frame = (ObjectNode) read(body);
        return frame.put("type", type).put("reqid", id).toString();
    }

    private static Conversation of(List<Conversation> all, String operation) {
        return all.stream()
                .filter(c -> c.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static Conversation named(Conversation like, String name, int status, String request, String answer) {
        return new Conversation(
                like.operation(),
                name,
                status,
                read(request),
                Objects.requireNonNull(like.asked()),
                read(answer),
                like.told(),
                like.check(),
                List.of());
    }

    private static String refusalBody(String message) {
        return "{\"msg\":\"" + message + "\"}";
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
