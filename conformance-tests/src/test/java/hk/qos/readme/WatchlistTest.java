package hk.qos.readme;

// README: simulator
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.Trade;
import hk.qos.error.RefusedException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.junit.QosSimulatorExtension;
import hk.qos.simulator.market.ScriptedInstrument;
import hk.qos.simulator.market.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(20)
@ExtendWith(QosSimulatorExtension.class)
class WatchlistTest {
    @Test
    void followsPriceAndReceivesRefusal(QosSimulator simulator, QosClient qos, QosStream stream) throws Exception {
        ScriptedInstrument apple =
                simulator.script("US:AAPL").previousClose("180.00").price("187.55");
        assertEquals(
                new BigDecimal("187.55"), qos.http().snapshots("US:AAPL").get(0).lastPrice());

        BlockingQueue<Trade> seen = new ArrayBlockingQueue<>(10);
        stream.subscribeTrades(List.of("US:AAPL"), seen::add).ready().join();
        apple.trade("187.75", "100", Side.BUY);
        assertEquals(new BigDecimal("187.75"), seen.take().price());

        simulator.faults().refuse("US:TSLA", "Not in your plan.");
        assertThrows(RefusedException.class, () -> qos.http().snapshots("US:TSLA"));
    }
}
// README.
