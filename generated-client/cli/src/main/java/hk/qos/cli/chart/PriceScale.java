package hk.qos.cli.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The range of prices that a chart shows, and round prices in it. */
record PriceScale(BigDecimal low, BigDecimal high, BigDecimal step) {
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    /** The scale of candles, with about as many marks. */
    static PriceScale of(List<Candle> candles, int marks) {
        BigDecimal low =
                candles.stream().map(Candle::low).reduce(BigDecimal::min).orElseThrow();
        BigDecimal high =
                candles.stream().map(Candle::high).reduce(BigDecimal::max).orElseThrow();
        if (high.compareTo(low) <= 0) {
            // One price only: a range around it.
            BigDecimal around = low.abs().max(BigDecimal.ONE).movePointLeft(2);
            low = low.subtract(around);
            high = high.add(around);
        }
        return new PriceScale(low, high, step(high.subtract(low), marks));
    }

    private static BigDecimal step(BigDecimal range, int marks) {
        BigDecimal least = range.divide(BigDecimal.valueOf(marks), range.scale() + 6, RoundingMode.UP);
        int magnitude = least.precision() - least.scale() - 1;
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(magnitude);
        return ROUND.stream()
                .map(unit::multiply)
                .filter(step -> step.compareTo(least) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Returns where a price is, from 0 for the lowest to 1 for the highest. */
    double part(BigDecimal price) {
        return price.subtract(low).doubleValue() / high.subtract(low).doubleValue();
    }

    /** Returns the multiples of the step in the range. */
    List<BigDecimal> marks() {
        List<BigDecimal> marks = new ArrayList<>();
        BigDecimal first = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (BigDecimal mark = first; mark.compareTo(high) <= 0; mark = mark.add(step)) {
            marks.add(mark.setScale(Math.max(0, step.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY));
        }
        return marks;
    }
}
