package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hk.qos.client.internal.stream.QosChannels;
import hk.qos.client.model.KLineType;
import org.junit.jupiter.api.Test;

class StreamChannelsTest {

    /** Users store and compare them, so they must not change. */
    @Test
    void channelNamesAreUsed() {
        assertThat(StreamChannels.SNAPSHOTS).isEqualTo("snapshots").isEqualTo(QosChannels.SNAPSHOTS.name());
        assertThat(StreamChannels.TRADES).isEqualTo("trades").isEqualTo(QosChannels.TRADES.name());
        assertThat(StreamChannels.DEPTHS).isEqualTo("depths").isEqualTo(QosChannels.DEPTHS.name());
        assertThat(StreamChannels.kLines(KLineType.DAY))
                .isEqualTo("kLines(DAY)")
                .isEqualTo(QosChannels.kLines(KLineType.DAY).name());
    }

    @Test
    void unrecognizedTypeHasNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamChannels.kLines(KLineType.UNRECOGNIZED));
    }
}
