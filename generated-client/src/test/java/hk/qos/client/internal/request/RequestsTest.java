package hk.qos.client.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.Adjustment;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import org.junit.jupiter.api.Test;

class RequestsTest {

    @Test
    void sendsOneQueryForEachMarket() {
        KLineQuery query = KLineQuery.of(KLineType.HOUR_1, 3, "US:AAPL", "HK:700", "US:TSLA")
                .adjustment(Adjustment.FORWARD);

        assertThat(Requests.perMarket(query))
                .containsExactly(
                        KLineQuery.of(KLineType.HOUR_1, 3, "US:AAPL", "US:TSLA").adjustment(Adjustment.FORWARD),
                        KLineQuery.of(KLineType.HOUR_1, 3, "HK:700").adjustment(Adjustment.FORWARD));
    }
}
