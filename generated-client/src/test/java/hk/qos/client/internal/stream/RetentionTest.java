package hk.qos.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The retention of each channel: the data that a slow listener may lose. */
class RetentionTest {
    private final QosDialect dialect = new QosDialect();

    private RecordingSink.Push push(String json) throws MalformedFrameException {
        return (RecordingSink.Push) RecordingSink.read(dialect, json);
    }

    private RecordingSink.Push bar(String code, int type, long start, String close) throws MalformedFrameException {
        return push("{\"tp\":\"K\",\"c\":\"" + code + "\",\"o\":\"1\",\"cl\":\"" + close
                + "\",\"h\":\"2\",\"l\":\"1\",\"v\":\"5\",\"ts\":" + start + ",\"kt\":" + type + "}");
    }

    /** A newer push replaces an older one if their keys and identities are equal. */
    @SuppressWarnings("unchecked") // pushes have their channel's data type
    private static List<Object> identity(RecordingSink.Push push) {
        Channel<Object> channel = (Channel<Object>) push.channel();
        return List.of(channel, push.key(), channel.identity(push.data()));
    }

    @Test
    void pushesHaveTheDocumentedRetention() throws Exception {
        Map<String, Retention> found = new TreeMap<>();
        List<String> paths = Examples.under("stream/push").toList();
        for (String path : paths) {
            Channel<?> channel = push(Examples.value(path)).channel();
            found.put(channel.name().replaceFirst("\\(.*", ""), channel.retention());
        }

        assertThat(found)
                .containsAllEntriesOf(Map.of(
                        "snapshots", Retention.LATEST_PER_KEY,
                        "depths", Retention.LATEST_PER_KEY,
                        "trades", Retention.EVERY,
                        "kLines", Retention.LATEST_PER_IDENTITY));
    }

    @Test
    void everyBarTypeKeepsTheLatestVersionOfEachBar() {
        List<Channel<KLine>> channels = new ArrayList<>();
        Arrays.stream(KLineType.values())
                .filter(type -> type != KLineType.UNRECOGNIZED)
                .forEach(type -> channels.add(QosChannels.kLines(type)));

        assertThat(new HashSet<>(channels)).hasSameSizeAs(channels);
        assertThat(channels).extracting(Channel::retention).containsOnly(Retention.LATEST_PER_IDENTITY);
    }

    @Test
    void barRetentionKeepsLatestVersionOfEachBar() throws Exception {
        List<Object> first = identity(bar("HK:700", 1001, 1_700_000_000, "1.5"));

        assertThat(identity(bar("HK:00700", 1001, 1_700_000_000, "1.6")))
                .as("a new version")
                .isEqualTo(first);
        assertThat(identity(bar("HK:700", 1001, 1_700_086_400, "1.5")))
                .as("the next bar")
                .isNotEqualTo(first);
        assertThat(identity(bar("HK:700", 1, 1_700_000_000, "1.5")))
                .as("another length")
                .isNotEqualTo(first);
        assertThat(identity(bar("HK:5", 1001, 1_700_000_000, "1.5")))
                .as("another code")
                .isNotEqualTo(first);
        assertThat(first.get(2)).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(first.get(0)).isEqualTo(QosChannels.kLines(KLineType.DAY));
    }
}
