package hk.qos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void lineShowsInstrumentOfATopic() {
        StreamEvent event = new StreamEvent.Rejected(new Topic("trades", "US:AAPL"), "No.", Instant.EPOCH);
        assertThat(Rows.line((Record) event)).isEqualTo("Rejected     trades US:AAPL  reason No.");
    }
}
