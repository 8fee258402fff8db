package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.model.KLineType;
import hk.qos.stream.spi.MalformedFrameException;
import org.junit.jupiter.api.Test;

/** An undecodable push is reported with its topic, so that its subscribers are told that it was skipped. */
final class UndecodablePushTest {
    private final QosDialect dialect = new QosDialect();

    @Test
    void instrumentAtAnyPositionIsNamed() throws MalformedFrameException {
        for (String json : new String[] {
            "{'tp':'T','c':'HK:00700','p':[],'v':'1'}", "{'tp':'T','p':{'x':1},'v':'1','c':'HK:00700'}"
        }) {
            RecordingSink.Undecodable skipped = RecordingSink.skipped(dialect, json.replace('\'', '"'));
            assertThat(skipped.channel()).isEqualTo(QosChannels.TRADES);
            assertThat(skipped.key()).isEqualTo("HK:700");
        }
    }

    @Test
    void kLineChannelOfItsTypeIsNamed() throws MalformedFrameException {
        RecordingSink.Undecodable skipped =
                RecordingSink.skipped(dialect, "{'tp':'K','c':'US:AAPL','kt':5,'o':[]}".replace('\'', '"'));

        assertThat(skipped.channel()).isEqualTo(QosChannels.kLines(KLineType.MINUTE_5));
        assertThat(skipped.key()).isEqualTo("US:AAPL");
    }

    @Test
    void unreadableInstrumentIsNotNamed() throws MalformedFrameException {
        assertThat(RecordingSink.skipped(dialect, "{'tp':'D','b':[}".replace('\'', '"'))
                        .key())
                .isNull();
        assertThatThrownBy(() -> RecordingSink.skipped(dialect, "{'tp':'K','o':[]}".replace('\'', '"')))
                .isInstanceOf(MalformedFrameException.class);
    }
}
