// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;

/**
 * Market, the part of an instrument code before the colon.
 */
public enum Market {
    /** United States. On the wire {@code US}. */
    US("US"),

    /** Hong Kong. On the wire {@code HK}. */
    HK("HK"),

    /** Shanghai. On the wire {@code SH}. */
    SH("SH"),

    /** Shenzhen. On the wire {@code SZ}. */
    SZ("SZ"),

    /** Crypto perpetual futures. On the wire {@code CF}. */
    CF("CF"),

    /** Foreign exchange. On the wire {@code FX}. */
    FX("FX"),

    /** Indices. On the wire {@code IX}. */
    IX("IX"),

    /** Commodities: gold, silver, energy. On the wire {@code CM}. */
    CM("CM"),

    /** Stock indices, in lists of products only. On the wire {@code SI}. */
    SI("SI"),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED("");

    private final String wire;

    Market(String wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public String wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("Market.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /**
     * Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it.
     *
     * @throws IllegalArgumentException if {@code wire} is null
     */
    public static Market fromWire(String wire) {
        return switch (Checks.required("wire", wire)) {
            case "US" -> US;
            case "HK" -> HK;
            case "SH" -> SH;
            case "SZ" -> SZ;
            case "CF" -> CF;
            case "FX" -> FX;
            case "IX" -> IX;
            case "CM" -> CM;
            case "SI" -> SI;
            default -> UNRECOGNIZED;
        };
    }
}
