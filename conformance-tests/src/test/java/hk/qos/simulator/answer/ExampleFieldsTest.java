package hk.qos.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExampleFieldsTest {
    private final ExampleFields later = new ExampleFields();

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void newFieldHasTheValueOfTheExample() {
        List<JsonNode> examples =
                List.of(json("[{'c':'HK:700','lp':'1.5'}]"), json("[{'c':'US:AAPL','lp':'2.5','n':7},{'n':8}]"));
        assertThat(later.addTo("snapshots", json("[{'c':'HK:9988','lp':'80.00'}]"), examples))
                .isEqualTo(json("[{'c':'HK:9988','lp':'80.00','n':7}]"));
    }

    @Test
    void newFieldOfNestedRecordHasTheValueOfTheExample() {
        List<JsonNode> examples = List.of(json("{'tp':'D','c':'HK:700','b':[{'p':'1','v':'2','orders':3}],'a':[]}"));
        assertThat(later.addTo(
                        "pushDepth", json("{'c':'HK:9988','b':[{'p':'80','v':'100'}],'a':[{'p':'81'}]}"), examples))
                .isEqualTo(json("{'c':'HK:9988','b':[{'p':'80','v':'100','orders':3}],'a':[{'p':'81'}]}"));
    }
}
