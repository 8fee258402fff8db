package hk.qos.simulator.market;

import java.math.BigDecimal;

/**
 * Decimals that are multiples of one step and have one print format.
 *
 * @param step the size of a step; its scale is that of all values
 * @param keepZeros whether trailing zeros are printed
 */
record StepFormat(BigDecimal step, boolean keepZeros) implements Steps {
    @Override
    public double size() {
        return step.doubleValue();
    }

    @Override
    public String print(long steps) {
        BigDecimal value = step.multiply(BigDecimal.valueOf(steps));
        if (keepZeros || value.scale() <= 0) {
            return value.toPlainString();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }
}
