package hk.qos.soak;

import hk.qos.client.model.Trade;
import hk.qos.simulator.market.Catalogue;
import hk.qos.simulator.market.Hours;
import hk.qos.simulator.market.Instrument;
import hk.qos.simulator.market.Market;
import hk.qos.simulator.market.Tick;
import hk.qos.stream.StreamEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares delivered trades with those of the market. The market is a function of seed, code and time, so both sides
 * can compute it. A trade that was not delivered must lie in a reported gap, and none may be delivered twice.
 */
final class TradeLedger {
    private static final long WINDOW = 200;
    /** The tolerance between the time of a trade, its push, and the reading of the clocks. */
    private static final long SLACK = 1_000;

    private final Market market;
    private long startSecond = Long.MAX_VALUE;
    private final Map<String, Map<List<Object>, Integer>> arrived = new HashMap<>();
    private final Map<String, List<StreamEvent.Gap>> gaps = new HashMap<>();
    private final Map<String, Long> settledUntil = new HashMap<>();

    TradeLedger(long seed, int tradesPerMinute, List<String> codes) {
        market = new Market(Catalogue.load(seed), Hours.ALWAYS, tradesPerMinute, Clock.systemUTC());
        codes.forEach(code -> {
            arrived.put(code, new HashMap<>());
            gaps.put(code, new ArrayList<>());
        });
    }

    /** Starts at {@code second} since the epoch; everything must be subscribed before. */
    synchronized void begin(long second) {
        startSecond = second;
        // A window excludes its start, and the first trade may have exactly the start time.
        arrived.keySet().forEach(code -> settledUntil.put(code, second * 1_000 - 1));
    }

    synchronized void arrived(Trade trade) {
        long second = Objects.requireNonNull(trade.time()).getEpochSecond();
        if (second < startSecond) {
            return;
        }
        Objects.requireNonNull(arrived.get(trade.code()), trade.code())
                .merge(identity(text(trade.price()), text(trade.volume()), second), 1, Integer::sum);
    }

    synchronized void gap(StreamEvent.Gap gap) {
        if (gap.topic().channel().equals("trades")) {
            Objects.requireNonNull(gaps.get(gap.topic().key())).add(gap);
        }
    }

    /** Evaluates everything until {@code end}; returns the number of trades that are unaccounted for. */
    synchronized long settle(long end) {
        long unaccounted = 0;
        for (String code : arrived.keySet()) {
            unaccounted += settle(code, end);
        }
        return unaccounted;
    }

    private long settle(String code, long end) {
        Instrument instrument = Objects.requireNonNull(market.instrument(code), code);
        Map<List<Object>, Integer> here = Objects.requireNonNull(arrived.get(code));
        List<StreamEvent.Gap> told = Objects.requireNonNull(gaps.get(code));
        long missing = 0;
        long at = Objects.requireNonNull(settledUntil.get(code));
        for (; at + WINDOW <= end; at += WINDOW) {
            for (Tick tick : market.tradesBetween(instrument, at, at + WINDOW)) {
                String volume = text(instrument.volume(tick.units()));
                List<Object> made = identity(text(instrument.price(tick.price())), volume, tick.time());
                if (here.containsKey(made)) {
                    here.computeIfPresent(made, (same, count) -> count == 1 ? null : count - 1);
                } else if (!isTold(told, at)) {
                    missing++;
                }
            }
        }
        settledUntil.put(code, at);
        long until = at;
        told.removeIf(gap -> gap.to().toEpochMilli() + SLACK < until);
        // Older trades that remain do not exist in the market, or were delivered twice.
        long surplus = here.entrySet().stream()
                .filter(entry -> (long) entry.getKey().get(2) < until / 1_000 - 1)
                .mapToLong(Map.Entry::getValue)
                .sum();
        here.keySet().removeIf(key -> (long) key.get(2) < until / 1_000 - 1);
        return missing + surplus;
    }

    private static boolean isTold(List<StreamEvent.Gap> told, long from) {
        return told.stream()
                .anyMatch(gap -> gap.from().minusMillis(SLACK).isBefore(Instant.ofEpochMilli(from + WINDOW))
                        && gap.to().plusMillis(SLACK).isAfter(Instant.ofEpochMilli(from)));
    }

    private static List<Object> identity(String price, String volume, long second) {
        return List.of(price, volume, second);
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private static String text(String value) {
        return text(new BigDecimal(value));
    }
}
