package hk.qos.simulator.answer;

import hk.qos.simulator.access.Keys;
import hk.qos.simulator.market.Market;
import hk.qos.simulator.settings.Settings;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.SchemaView;
import hk.qos.simulator.spec.StreamCommand.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the payload of an operation: a computed one, else one from a data file, else the document's first example. Its
 * fields are those of the documents.
 */
public final class Answers {
    private static final Set<String> MARKET_PUSHES = Set.of("pushSnapshot", "pushTrade", "pushDepth", "pushKLine");

    private final Map<String, Function<Query, JsonNode>> computed;
    private final MarketAnswers market;
    private final DataFiles files = new DataFiles();
    private final DocumentedFields documented = new DocumentedFields();

    /** Answers from this market, with keys for registrations. */
    public Answers(Market market, Api api, Keys keys, Settings settings) {
        this.market = new MarketAnswers(market, api, new Figures(settings.leadingZeros(), settings.sparse()));
        Registrations registrations = new Registrations(keys, settings.plan(), api.http());
        this.computed = Map.ofEntries(
                Map.entry("register", registrations::register),
                Map.entry("instrumentInfo", this.market::information),
                Map.entry("requestInstrumentInfo", this.market::information),
                Map.entry("snapshots", this.market::snapshots),
                Map.entry("requestSnapshots", this.market::snapshots),
                Map.entry("depths", this.market::depth),
                Map.entry("requestDepths", this.market::depth),
                Map.entry("trades", this.market::trades),
                Map.entry("requestTrades", this.market::trades),
                Map.entry("kLines", this.market::bars),
                Map.entry("requestKLines", this.market::bars),
                Map.entry("historyKLines", this.market::bars),
                Map.entry("requestHistoryKLines", this.market::bars));
    }

    /**
     * An error text if the request is valid but not simulated, or null.
     *
     * @param operationId of a request, or of the push that a subscription brings about
     * @param request the body or frame, valid
     */
    public @Nullable String obstacle(String operationId, JsonNode request) {
        boolean ours = computed.containsKey(operationId) || MARKET_PUSHES.contains(operationId);
        String what = ours ? market.obstacle(request) : null;
        return what == null ? null : "Not simulated: " + what;
    }

    /**
     * The payload of an answer, or null if there is none.
     *
     * @param form of the payload; null if the document's answer has none
     * @param examples the document's payloads of this answer
     */
    public @Nullable JsonNode payload(
            String operationId, Query query, @Nullable SchemaView form, List<JsonNode> examples) {
        Function<Query, JsonNode> known = computed.get(operationId);
        JsonNode payload = known == null ? files.payload(operationId, query) : known.apply(query);
        if (payload == null) {
            return examples.isEmpty() ? null : examples.get(0);
        }
        JsonNode own = known == null ? payload.deepCopy() : payload;
        return form == null ? own : documented.fit(operationId, own, form, examples, market::isSparse);
    }

    /** Announces pushes up to a time, in milliseconds since the epoch, before it is known what is subscribed. */
    public void pushing(long millis) {
        market.pushing(millis);
    }

    /**
     * The pushes of a subscription since the last time, without the field that tells their kind.
     *
     * @param after milliseconds since the epoch of the last time
     * @param millis now
     */
    public List<JsonNode> pushes(Subscription subscription, Topic topic, long after, long millis) {
        if (MARKET_PUSHES.contains(subscription.operationId())) {
            List<JsonNode> pushes = market.push(subscription.operationId(), topic, after, millis);
            pushes.forEach(push -> documented.fit(
                    subscription.operationId(),
                    push,
                    subscription.payload(),
                    subscription.examples(),
                    market::isSparse));
            return pushes;
        }
        long turn = millis / 1000;
        JsonNode push = files.push(subscription.operationId(), turn);
        List<JsonNode> examples = subscription.examples();
        if (push == null && !examples.isEmpty()) {
            push = examples.get((int) (turn % examples.size()));
        }
        return push == null ? new ArrayList<>() : List.of(about(topic, subscription, push));
    }

    /** A push from the data file, with the subscribed code. */
    private static JsonNode about(Topic topic, Subscription subscription, JsonNode push) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        push.properties().forEach(field -> node.set(field.getKey(), field.getValue()));
        node.put(subscription.key(), topic.key());
        topic.parameters().forEach((name, value) -> {
            if (subscription.push().names(name)) {
                node.set(name, value);
            }
        });
        return node;
    }
}
