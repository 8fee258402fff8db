package hk.qos.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.SchemaView;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentedFieldsTest {
    private final DocumentedFields documented = new DocumentedFields();

    private JsonNode fit(String operationId, String payload, String... examples) {
        SchemaView schema = Api.standard().http().all().stream()
                .filter(http -> http.operationId().equals(operationId))
                .map(HttpInterface::payload)
                .findFirst()
                .orElseThrow();
        List<JsonNode> shown =
                List.of(examples).stream().map(DocumentedFieldsTest::json).toList();
        return documented.fit(
                operationId,
                json(payload),
                Objects.requireNonNull(schema),
                shown,
                row -> row.path("c").asString("").startsWith("FX"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void unwrittenFieldHasTheValueOfTheFirstExample() {
        assertThat(fit(
                        "snapshots",
                        "[{'c':'HK:9988','lp':'80.00'}]",
                        "[{'c':'HK:700','lp':'1.5'}]",
                        "[{'c':'US:AAPL','lp':'2.5','yp':'7'},{'c':'US:KO','yp':'8'}]"))
                .isEqualTo(json("[{'c':'HK:9988','lp':'80.00','yp':'7'}]"));
    }

    @Test
    void unwrittenFieldOfNestedRecordHasTheValueOfTheExample() {
        assertThat(fit(
                        "depths",
                        "[{'c':'HK:9988','b':[{'p':'80'}],'a':[]}]",
                        "[{'c':'HK:700','b':[],'a':[]},{'c':'HK:700','b':[{'p':'1','v':'2'}],'a':[]}]"))
                .isEqualTo(json("[{'c':'HK:9988','b':[{'p':'80','v':'2'}],'a':[]}]"));
    }

    @Test
    void nullFieldIsAbsent() {
        assertThat(fit("snapshots", "[{'c':'CF:BTCUSDT','yp':null}]", "[{'c':'HK:700','yp':'7'}]"))
                .isEqualTo(json("[{'c':'CF:BTCUSDT'}]"));
    }

    @Test
    void bareRecordReceivesNoField() {
        assertThat(fit("kLines", "[{'c':'FX:EURUSD','k':[{'o':'1'}]}]", "[{'c':'HK:700','k':[{'o':'2','v':'9'}]}]"))
                .isEqualTo(json("[{'c':'FX:EURUSD','k':[{'o':'1'}]}]"));
    }

    @Test
    void undocumentedFieldIsRemoved() {
        assertThat(fit("snapshots", "[{'c':'US:AAPL','removed':'1','pq':{'lp':'2','removed':3}}]"))
                .isEqualTo(json("[{'c':'US:AAPL','pq':{'lp':'2'}}]"));
        assertThat(fit("productList", "{'HK':[{'code':'HK:700','name':'x','removed':1}]}"))
                .isEqualTo(json("{'HK':[{'code':'HK:700','name':'x'}]}"));
    }
}
