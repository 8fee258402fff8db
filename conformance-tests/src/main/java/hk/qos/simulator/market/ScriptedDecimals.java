package hk.qos.simulator.market;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decimals of a script: each is printed as last written, with trailing zeros; computed ones have as many decimals as
 * the last one.
 */
final class ScriptedDecimals implements Steps {
    private static final int MAX_REMEMBERED = 100_000;

    private final String what;
    private final int decimals;
    private final BigDecimal most;
    private final Map<Long, String> texts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private int scale;

    private ScriptedDecimals(String what, int decimals, BigDecimal most) {
        this.what = what;
        this.decimals = decimals;
        this.most = most;
    }

    static ScriptedDecimals prices(String code) {
        return new ScriptedDecimals(code + ": price", 8, new BigDecimal("1000000000"));
    }

    static ScriptedDecimals volumes(String code) {
        return new ScriptedDecimals(code + ": volume", 6, new BigDecimal("1000000000000"));
    }

    /**
     * Parses a decimal that is not negative.
     *
     * @throws IllegalArgumentException if the text is not a decimal or out of range; the message names it
     */
    long read(String text) {
        BigDecimal value = decimal(text);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(what + " " + text + " is below zero");
        }
        if (value.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " " + text + " is more than " + most);
        }
        if (value.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(what + " " + text + " has more than " + decimals + " decimals");
        }
        long steps = value.movePointRight(decimals).longValueExact();
        synchronized (this) {
            scale = Math.min(decimals, Math.max(0, value.scale()));
            texts.put(steps, value.toPlainString());
        }
        return steps;
    }

    /**
     * Parses a decimal above zero.
     *
     * @throws IllegalArgumentException if the text is not a decimal or out of range; the message names it
     */
    long readPositive(String text) {
        long steps = read(text);
        if (steps == 0) {
            throw new IllegalArgumentException(what + " " + text + " is not above zero");
        }
        return steps;
    }

    private BigDecimal decimal(String text) {
        if (text == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " is not a decimal number: " + text, e);
        }
    }

    @Override
    public double size() {
        return BigDecimal.ONE.movePointLeft(decimals).doubleValue();
    }

    @Override
    public synchronized String print(long steps) {
        if (steps == 0) {
            return "0";
        }
        String given = texts.get(steps);
        if (given != null) {
            return given;
        }
        BigDecimal value = BigDecimal.valueOf(steps, decimals).stripTrailingZeros();
        return value.setScale(Math.max(scale, value.scale())).toPlainString();
    }
}
