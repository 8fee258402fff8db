package hk.qos.conformance;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Conversations;
import hk.qos.simulator.spec.Documents;
import hk.qos.simulator.spec.SchemaView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which optional fields of an answer the documents' examples show: the simulator answers with no others. */
final class ShownFields {
    private static final Conversations EXAMPLES = Conversations.of(Documents.load());
    private static final String DATA = Api.standard().http().envelope().data();

    private ShownFields() {}

    /** Compares records of an HTTP operation and of the stream's, but for the fields that the examples of only one show. */
    static RecursiveComparisonConfiguration ofBoth(String http, String stream) {
        Set<String> byHttp = in(EXAMPLES.http(), http);
        Set<String> byStream = in(EXAMPLES.commands(), stream);
        Set<String> byOne = new TreeSet<>(byHttp);
        byOne.addAll(byStream);
        byHttp.retainAll(byStream);
        byOne.removeAll(byHttp);
        return RecursiveComparisonConfiguration.builder()
                .withIgnoredFields(byOne.toArray(String[]::new))
                .build();
    }

    private static Set<String> in(List<Conversation> examples, String operation) {
        Set<String> shown = new TreeSet<>();
        for (Conversation example : examples) {
            if (example.operation().equals(operation)) {
                collect(example.answer().path(DATA), example.told().fields().get(DATA), "", shown);
            }
        }
        if (shown.isEmpty()) {
            throw new AssertionError("No example of " + operation + " shows a field");
        }
        return shown;
    }

    private static void collect(JsonNode value, @Nullable SchemaView form, String path, Set<String> shown) {
        if (form == null) {
            return;
        }
        if (value.isArray()) {
            value.forEach(element -> collect(element, form.items(), path, shown));
            return;
        }
        for (Map.Entry<String, SchemaView> field : form.fields().entrySet()) {
            if (value.has(field.getKey())) {
                String name = path + field.getValue().javaName();
                shown.add(name);
                collect(value.path(field.getKey()), field.getValue(), name + ".", shown);
            }
        }
    }
}
