package hk.qos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.Registration;
import hk.qos.ws.StreamEvent;
import hk.qos.ws.Topic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void showNoKeyOfARegistration() {
        Registration registration =
                new Registration("fb9a0123456789abcdef0123456789ab", "a@example.com", Instant.EPOCH, null, null);
        assertThat(Rows.summary(registration))
                .isEqualTo("Registration key <redacted>  email a@example.com  createdAt 01-01 00:00:00Z");
        assertThat(Rows.summary(List.of(registration))).doesNotContain("fb9a");
    }

    @Test
    void showTheInstrumentThatIsTheKeyOfATopic() {
        StreamEvent event = new StreamEvent.Rejected(new Topic("trades", "US:AAPL"), "No.", Instant.EPOCH);
        assertThat(Rows.line(event)).isEqualTo("Rejected  trades US:AAPL  reason No.");
    }
}
