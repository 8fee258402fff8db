// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

/**
 * Length of a K-line (bar).
 */
public enum KLineType {
    /** One minute. On the wire {@code 1}. */
    MINUTE_1(1),

    /** Five minutes. On the wire {@code 5}. */
    MINUTE_5(5),

    /** Fifteen minutes. On the wire {@code 15}. */
    MINUTE_15(15),

    /** Thirty minutes. On the wire {@code 30}. */
    MINUTE_30(30),

    /** One hour. On the wire {@code 60}. */
    HOUR_1(60),

    /** Two hours. On the wire {@code 120}. */
    HOUR_2(120),

    /** Four hours. On the wire {@code 240}. */
    HOUR_4(240),

    /** One trading day. On the wire {@code 1001}. */
    DAY(1001),

    /** One week. On the wire {@code 1007}. */
    WEEK(1007),

    /** One month. On the wire {@code 1030}. */
    MONTH(1030),

    /** One year. On the wire {@code 2001}. */
    YEAR(2001),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED(Integer.MIN_VALUE);

    private final int wire;

    KLineType(int wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public int wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("KLineType.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /** Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it. */
    public static KLineType fromWire(int wire) {
        return switch (wire) {
            case 1 -> MINUTE_1;
            case 5 -> MINUTE_5;
            case 15 -> MINUTE_15;
            case 30 -> MINUTE_30;
            case 60 -> HOUR_1;
            case 120 -> HOUR_2;
            case 240 -> HOUR_4;
            case 1001 -> DAY;
            case 1007 -> WEEK;
            case 1030 -> MONTH;
            case 2001 -> YEAR;
            default -> UNRECOGNIZED;
        };
    }
}
