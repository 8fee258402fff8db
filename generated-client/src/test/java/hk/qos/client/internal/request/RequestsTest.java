package hk.qos.client.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.Adjustment;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {

    @Test
    void sendsOneQueryForEachMarket() {
        KLineQuery query = KLineQuery.of(KLineType.HOUR_1, 3, "US:AAPL", "HK:700", "US:TSLA")
                .adjustment(Adjustment.FORWARD);

        assertThat(Requests.perMarket(query))
                .containsExactly(
                        new KLineQuery(List.of("US:AAPL", "US:TSLA"), 3, Adjustment.FORWARD, KLineType.HOUR_1),
                        new KLineQuery(List.of("HK:700"), 3, Adjustment.FORWARD, KLineType.HOUR_1));
    }
}
