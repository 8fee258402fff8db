package hk.qos.simulator.settings;

import hk.qos.simulator.market.Hours;
import hk.qos.simulator.replay.Replay;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a simulator, as {@code QosSimulator.builder()} creates them.
 *
 * @param host address to listen on
 * @param port to listen on, 0 for a free one
 * @param certificate the certificate to present
 * @param keys that are accepted; empty for every one that is not blank
 * @param seed of the market
 * @param pushRate pushes a second for each subscription
 * @param hours when the markets trade
 * @param leadingZeros whether answers spell {@code HK:00700} rather than {@code HK:700}
 * @param sparse whether records of currencies, indices and commodities have required fields only
 * @param plan the limits of each key
 * @param extraConnection how to handle too many connections of a key
 * @param tooFast how to handle a frame that arrives too soon
 * @param strict whether any violation closes the connection with 1008
 * @param pushes whether the market pushes
 * @param replay the recording to play to each connection from its first subscription on, instead of the market's pushes
 * @param clock the clock of the market and of request rates
 */
public record Settings(
        String host,
        int port,
        Certificate certificate,
        Set<String> keys,
        long seed,
        double pushRate,
        Hours hours,
        boolean leadingZeros,
        boolean sparse,
        Plan plan,
        ExtraConnection extraConnection,
        TooFast tooFast,
        boolean strict,
        boolean pushes,
        @Nullable Replay replay,
        Clock clock) {
    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", " + keys.size() + " keys, seed " + seed + "]";
    }
}
