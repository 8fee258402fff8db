package hk.qos.client.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.Results;
import hk.qos.client.Undecodable;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {
    private static final String KEY = "0123456789abcdef";

    private static Request<Results<String>> answered(Results<String> answer) {
        return new Request<>() {
            @Override
            public String type() {
                return "Q";
            }

            @Override
            public String name() {
                return "requestQuotes";
            }

            @Override
            public void encode(long id, ByteBuf out) {}

            @Override
            public Results<String> decode(ByteBuf frame) {
                return answer;
            }
        };
    }

    private static final Results<String> PARTLY = Results.of(List.of("a"))
            .withUndecodable(List.of(new Undecodable("$.data[1]", "Cannot read \"" + KEY + "\"")));

    @Test
    void keyIsRemovedFromServerMessages() throws Exception {
        AnswerRules rules = new AnswerRules(false, text -> text.replace(KEY, "<key>"));

        Results<String> answer = rules.request(answered(PARTLY), each -> each.withMissing(List.of("b")))
                .decode(Unpooled.EMPTY_BUFFER);

        assertThat(answer).containsExactly("a");
        assertThat(answer.missing()).containsExactly("b");
        assertThat(answer.undecodable()).containsExactly(new Undecodable("$.data[1]", "Cannot read \"<key>\""));
    }

    @Test
    void strictDecodingFailsTheWholeAnswer() {
        AnswerRules rules = new AnswerRules(true, text -> text.replace(KEY, "<key>"));

        assertThatThrownBy(() -> rules.request(answered(PARTLY), each -> each).decode(Unpooled.EMPTY_BUFFER))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessage("Cannot read \"<key>\"");
    }

    @Test
    void requestKeepsItsNameAndCountsMissingElements() {
        var request = new AnswerRules(false, text -> text).request(answered(PARTLY), each -> each);

        assertThat(request.name()).isEqualTo("requestQuotes");
        assertThat(request.leftOut(PARTLY)).isEqualTo(1);
    }
}
