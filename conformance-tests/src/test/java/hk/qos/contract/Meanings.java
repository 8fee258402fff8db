package hk.qos.contract;

import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Conversations;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contracts that say more than an example of the documents can, written by hand. */
final class Meanings {
    private static final String ELEVEN =
            "{\"codes\":[\"US:AAPL,TSLA\",\"HK:700,9988\",\"SH:600519,600518\",\"SZ:000001,002594\","
                    + "\"CF:BTCUSDT,ETHUSDT\",\"FX:EURUSD\"]}";
    private static final String ONE = "{\"codes\":[\"US:AAPL\"]}";

    private Meanings() {}

    static List<Contract> http(Conversations examples) {
        Conversation like = of(examples.http(), "snapshots");
        return List.of(
                Contracts.http(named(like, "wrong key", ONE, words("Unknown key.")), 401, Contracts.WRONG_KEY, null),
                Contracts.http(
                        named(like, "expired key", ONE, words("Key expired.")),
                        200,
                        Contracts.ANY_KEY,
                        "the key has expired"),
                Contracts.http(
                        named(like, "instrument limit", ELEVEN, words("Too many instruments: 11, the plan permits 10")),
                        200,
                        Contracts.ANY_KEY,
                        "the plan permits 10 instruments"),
                Contracts.http(
                        named(like, "too fast", ONE, words("Too many requests.")),
                        429,
                        Contracts.ANY_KEY,
                        "the requests of this minute are used up"),
                Contracts.http(
                        named(
                                like,
                                "HK:00700",
                                "{\"codes\":[\"HK:700\"]}",
                                "{\"msg\":\"OK\",\"data\":[{\"c\":\"HK:00700\",\"lp\":\"612.50\",\"ts\":1773124800}]}"),
                        200,
                        Contracts.ANY_KEY,
                        "Hong Kong codes are spelled with leading zeros"),
                Contracts.http(
                        named(
                                of(examples.http(), "trades"),
                                "unknown code missing, partial data",
                                "{\"codes\":[\"CF:BTCUSDT,NOSUCH\"],\"count\":2}",
                                "{\"msg\":\"OK\",\"data\":[{\"c\":\"CF:BTCUSDT\",\"p\":\"83514.20\",\"ts\":1773155060}]}"),
                        200,
                        Contracts.ANY_KEY,
                        null));
    }

    static List<Conversation> commands(Conversations examples) {
        Conversation request = of(examples.commands(), "requestSnapshot");
        Conversation subscribe = of(examples.commands(), "subscribeSnapshot");
        return List.of(
                named(
                        request,
                        "too fast",
                        "{\"type\":\"RS\",\"codes\":[\"US:AAPL\"],\"reqid\":7}",
                        "{\"type\":\"RS\",\"msg\":\"Too fast: 12 ms after the frame before\",\"reqid\":7}"),
                named(
                        subscribe,
                        "instrument limit",
                        withType(ELEVEN, "S", 8),
                        "{\"type\":\"S\",\"msg\":\"Too many instruments: 11, the plan permits 10\",\"reqid\":8}"),
                named(
                        subscribe,
                        "a code that the server refuses",
                        "{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":9}",
                        "{\"type\":\"S\",\"msg\":\"Invalid code.\",\"reqid\":9}"));
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

    private static Conversation named(Conversation like, String name, String request, String answer) {
        return new Conversation(
                like.operation(),
                name,
                read(request),
                Objects.requireNonNull(like.asked()),
                read(answer),
                like.told(),
                like.check());
    }

    private static String words(String message) {
        return "{\"msg\":\"" + message + "\"}";
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
