package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.model.Registration;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLimitsTest {

    @Test
    void eachLimitIsThatOfTheRegistration() throws Exception {
        PlanLimits limits = PlanLimits.from(registration("""
                {"key":"0123456789abcdef0123456789abcdef","permission":{
                  "snapshot":{"product_count":3,"request_frequency":5},
                  "instrumen_info":{"product_count":20},
                  "trade":{"product_count":0,"request_frequency":0},
                  "ws":{"product_count":7,"request_frequency":60,"max_connections":4}}}
                """));
        assertThat(limits.instruments(Operation.SNAPSHOTS)).isEqualTo(3);
        assertThat(limits.requestsPerMinute(Operation.SNAPSHOTS)).isEqualTo(5);
        assertThat(limits.instruments(Operation.INSTRUMENT_INFO)).isEqualTo(20);
        assertThat(limits.requestsPerMinute(Operation.TRADES)).isEqualTo(10);
        assertThat(limits.streamInstruments()).isEqualTo(7);
        assertThat(limits.streamConnections()).isEqualTo(4);
        assertThat(limits.instruments()).isEqualTo(20);
    }

    @Test
    void keepsDocumentedLimitsUnlessRegistrationStatesOthers() throws Exception {
        PlanLimits limits = PlanLimits.from(registration("{\"key\":\"0123456789abcdef0123456789abcdef\"}"));
        assertThat(limits.instruments()).isEqualTo(10);
        assertThat(limits.streamInstruments()).isEqualTo(10);
        assertThat(limits.streamConnections()).isEqualTo(1);
        assertThat(limits.requestsPerMinute(Operation.KLINES)).isEqualTo(10);
        assertThat(limits.requestsPerMinute(Operation.REGISTER)).isEqualTo(1);
        assertThat(limits.withRequestsPerMinute(30).requestsPerMinute(Operation.REGISTER))
                .isEqualTo(1);
    }

    @Test
    void limitsMissingInRegistrationAreDefaults() throws Exception {
        PlanLimits silent = PlanLimits.from(
                registration("{\"key\":\"0123456789abcdef0123456789abcdef\",\"permission\":{\"ws\":{}}}"));
        PlanLimits some = PlanLimits.from(registration("""
                {"key":"0123456789abcdef0123456789abcdef","permission":{
                  "snapshot":{"product_count":3},"trade":{"product_count":200}}}
                """));

        assertThat(silent).isEqualTo(PlanLimits.defaults());
        assertThat(silent.withInstruments(50)).isEqualTo(PlanLimits.defaults().withInstruments(50));
        assertThat(some.instruments(Operation.DEPTHS)).isEqualTo(10);
        assertThat(some)
                .isEqualTo(PlanLimits.defaults()
                        .withInstruments(Operation.SNAPSHOTS, 3)
                        .withInstruments(Operation.TRADES, 200));
    }

    @Test
    void limitOfOneOperationIsKeptInAnyOrder() {
        PlanLimits limits = PlanLimits.defaults()
                .withInstruments(50)
                .withInstruments(Operation.DEPTHS, 100)
                .withStreamInstruments(40)
                .withStreamConnections(3)
                .withRequestsPerMinute(60)
                .withRequestsPerMinute(Operation.HISTORY_KLINES, 6);
        assertThat(limits.instruments(Operation.SNAPSHOTS)).isEqualTo(50);
        assertThat(limits.instruments(Operation.DEPTHS)).isEqualTo(100);
        assertThat(limits.instruments()).isEqualTo(100);
        assertThat(limits.streamInstruments()).isEqualTo(40);
        assertThat(limits.streamConnections()).isEqualTo(3);
        assertThat(limits.barsPerRequest()).isEqualTo(1000);
        assertThat(limits.withBarsPerRequest(5_000).barsPerRequest()).isEqualTo(5_000);
        assertThat(limits.withBarsPerRequest(200).withInstruments(1).barsPerRequest())
                .isEqualTo(200);
        assertThat(limits.requestsPerMinute(Operation.SNAPSHOTS)).isEqualTo(60);
        assertThat(limits.requestsPerMinute(Operation.HISTORY_KLINES)).isEqualTo(6);
        PlanLimits changed = limits.withInstruments(5).withRequestsPerMinute(7);
        assertThat(changed.instruments(Operation.DEPTHS)).isEqualTo(100);
        assertThat(changed.instruments(Operation.SNAPSHOTS)).isEqualTo(5);
        assertThat(changed.streamInstruments()).isEqualTo(40);
        assertThat(changed.requestsPerMinute(Operation.HISTORY_KLINES)).isEqualTo(6);
        assertThat(changed.requestsPerMinute(Operation.SNAPSHOTS)).isEqualTo(7);
    }

    @Test
    void instrumentLimitAppliesToStreamUnlessStreamHasItsOwn() {
        assertThat(PlanLimits.defaults().withInstruments(50).streamInstruments())
                .isEqualTo(50);
    }

    @Test
    void changingOneLimitLeavesTheOthers() {
        PlanLimits limits = PlanLimits.defaults()
                .withStreamConnections(3)
                .withInstruments(50)
                .withInstruments(Operation.DEPTHS, 100)
                .withStreamInstruments(40)
                .withRequestsPerMinute(60)
                .withRequestsPerMinute(Operation.HISTORY_KLINES, 6)
                .withSpacing(Duration.ofSeconds(2));
        assertThat(limits.withStreamConnections(5))
                .asString()
                .startsWith("PlanLimits[instruments 50 {depths (4.4)=100}, requests a minute 60 {")
                .contains("historyKLines (4.7)=6")
                .contains(Operation.REGISTER + "=" + limits.requestsPerMinute(Operation.REGISTER))
                .endsWith("}, stream instruments 40, stream connections 5, spacing 2000 ms, bars a request 1000]");
        assertThat(limits.streamConnections()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"30,2100", "7,8672", "1,60000", "60,1100", "600,1100", "0,1100"})
    void streamFramesPerMinuteSetFrameSpacing(int framesPerMinute, long millis) throws Exception {
        PlanLimits limits = PlanLimits.from(registration("{\"key\":\"0123456789abcdef0123456789abcdef\","
                + "\"permission\":{\"ws\":{\"request_frequency\":" + framesPerMinute + "}}}"));

        assertThat(limits.spacing()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void zeroConnectionsInRegistrationKeepsDefault() throws Exception {
        PlanLimits limits = PlanLimits.from(registration("""
                {"key":"0123456789abcdef0123456789abcdef","permission":{"ws":{"max_connections":0}}}
                """));
        assertThat(limits.streamConnections()).isEqualTo(1);
    }

    private static Registration registration(String json) throws Exception {
        Moshi moshi = new Moshi.Builder().add(new QosJsonAdapterFactory()).build();
        return Objects.requireNonNull(moshi.adapter(Registration.class).fromJson(json));
    }
}
