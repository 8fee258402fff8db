package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import hk.qos.client.api.Operations;
import hk.qos.client.json.QosJsonAdapterFactory;
import hk.qos.client.model.Registration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanLimitsTest {

    @Test
    void takesEachLimitFromTheRegistration() throws Exception {
        PlanLimits limits = PlanLimits.from(registration("""
                {"key":"0123456789abcdef0123456789abcdef","permission":{
                  "snapshot":{"product_count":3,"request_frequency":5},
                  "instrumen_info":{"product_count":20},
                  "trade":{"product_count":0,"request_frequency":0},
                  "ws":{"product_count":7,"request_frequency":60,"max_connections":1}}}
                """));
        assertThat(limits.instruments(Operations.SNAPSHOTS)).isEqualTo(3);
        assertThat(limits.requestsPerMinute(Operations.SNAPSHOTS)).isEqualTo(5);
        assertThat(limits.instruments(Operations.INSTRUMENT_INFO)).isEqualTo(20);
        assertThat(limits.requestsPerMinute(Operations.TRADES)).isEqualTo(10);
        assertThat(limits.streamInstruments()).isEqualTo(7);
        assertThat(limits.instruments()).isEqualTo(20);
    }

    @Test
    void keepsTheDocumentedLimitsWhereNothingElseIsSaid() throws Exception {
        PlanLimits limits = PlanLimits.from(registration("{\"key\":\"0123456789abcdef0123456789abcdef\"}"));
        assertThat(limits.instruments()).isEqualTo(10);
        assertThat(limits.streamInstruments()).isEqualTo(10);
        assertThat(limits.requestsPerMinute(Operations.KLINES)).isEqualTo(10);
        assertThat(limits.requestsPerMinute(Operations.REGISTER)).isEqualTo(1);
        assertThat(limits.withRequestsPerMinute(30).requestsPerMinute(Operations.REGISTER))
                .isEqualTo(1);
    }

    @Test
    void everyLimitIsASetting() {
        PlanLimits limits = PlanLimits.defaults()
                .withInstruments(50)
                .withInstruments(Operations.DEPTH, 100)
                .withStreamInstruments(40)
                .withRequestsPerMinute(60)
                .withRequestsPerMinute(Operations.HISTORY_KLINES, 6);
        assertThat(limits.instruments(Operations.SNAPSHOTS)).isEqualTo(50);
        assertThat(limits.instruments(Operations.DEPTH)).isEqualTo(100);
        assertThat(limits.instruments()).isEqualTo(100);
        assertThat(limits.streamInstruments()).isEqualTo(40);
        assertThat(limits.requestsPerMinute(Operations.SNAPSHOTS)).isEqualTo(60);
        assertThat(limits.requestsPerMinute(Operations.HISTORY_KLINES)).isEqualTo(6);
        assertThat(limits.withInstruments(5).instruments(Operations.DEPTH)).isEqualTo(5);
    }

    private static Registration registration(String json) throws Exception {
        Moshi moshi = new Moshi.Builder().add(new QosJsonAdapterFactory()).build();
        return Objects.requireNonNull(moshi.adapter(Registration.class).fromJson(json));
    }
}
