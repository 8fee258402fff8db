package hk.qos.cli.chart;

import hk.qos.client.model.KLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one candle shows: a bar, or several that follow one another. */
record Candle(
        Instant time, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume, int bars) {
    /** More would be thinner than a line. */
    static final int MOST = 240;

    boolean rises() {
        return close.compareTo(open) >= 0;
    }

    /** The candles of bars in any order, oldest first. Bars without a time or a price are left out. */
    static List<Candle> of(List<KLine> bars) {
        List<Candle> candles = new ArrayList<>();
        for (KLine bar : bars) {
            Instant time = bar.time();
            BigDecimal open = bar.open();
            BigDecimal high = bar.high();
            BigDecimal low = bar.low();
            BigDecimal close = bar.close();
            BigDecimal volume = bar.volume();
            if (time != null && open != null && high != null && low != null && close != null) {
                candles.add(new Candle(time, open, high, low, close, volume == null ? BigDecimal.ZERO : volume, 1));
            }
        }
        candles.sort(Comparator.comparing(Candle::time));
        return joined(candles);
    }

    private static List<Candle> joined(List<Candle> candles) {
        int bars = (candles.size() + MOST - 1) / MOST;
        if (bars <= 1) {
            return candles;
        }
        List<Candle> joined = new ArrayList<>();
        for (int i = 0; i < candles.size(); i += bars) {
            joined.add(candles.subList(i, Math.min(candles.size(), i + bars)).stream()
                    .reduce(Candle::with)
                    .orElseThrow());
        }
        return joined;
    }

    private Candle with(Candle next) {
        return new Candle(
                time,
                open,
                high.max(next.high),
                low.min(next.low),
                next.close,
                volume.add(next.volume),
                bars + next.bars);
    }
}
