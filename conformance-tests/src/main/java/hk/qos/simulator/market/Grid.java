package hk.qos.simulator.market;

import java.math.BigDecimal;

/** Reads decimals as steps of the instrument. */
final class Grid {
    private Grid() {}

    static long ticks(Instrument instrument, String price) {
        long ticks = steps(instrument, "price", price, instrument.tick());
        if (ticks < 1) {
            throw new IllegalArgumentException(instrument.code() + ": price " + price + " is not above zero");
        }
        return ticks;
    }

    static long units(Instrument instrument, String volume) {
        long units = steps(instrument, "volume", volume, instrument.rules().volumeUnit());
        if (units < 0) {
            throw new IllegalArgumentException(instrument.code() + ": volume " + volume + " is below zero");
        }
        return units;
    }

    static Bar bar(Instrument instrument, ScriptedBar bar) {
        Bar read = new Bar(
                bar.start().getEpochSecond(),
                ticks(instrument, bar.open()),
                ticks(instrument, bar.close()),
                ticks(instrument, bar.high()),
                ticks(instrument, bar.low()),
                units(instrument, bar.volume()));
        if (read.high() < Math.max(read.open(), read.close()) || read.low() > Math.min(read.open(), read.close())) {
            throw new IllegalArgumentException(
                    instrument.code() + ": open and close must lie between low and high in " + bar);
        }
        return read;
    }

    private static long steps(Instrument instrument, String name, String value, BigDecimal step) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(instrument.code() + ": " + name + " is no decimal number: " + value, e);
        }
        BigDecimal[] parts = decimal.divideAndRemainder(step);
        if (parts[1].signum() != 0) {
            throw new IllegalArgumentException(
                    instrument.code() + ": " + name + " " + value + " is no multiple of " + step.toPlainString());
        }
        return parts[0].longValueExact();
    }
}
