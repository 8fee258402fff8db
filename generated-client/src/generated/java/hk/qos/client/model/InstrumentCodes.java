// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.check.LenientCodes;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Instrument codes: {@code MARKET:SYMBOL}, such as {@code US:AAPL}. Several spellings can name one instrument; records hold
 * the canonical spelling: without leading zeros of the symbol in
 * HK, with upper-case symbols in
 * US, HK, SH, SZ, CF, FX.
 */
public final class InstrumentCodes {
    /** Markets whose instruments have no code. */
    private static final Set<String> WITHOUT_CODES = Set.of("SI");

    private InstrumentCodes() {}

    /**
     * Returns the canonical spelling of a code, as records hold it.
     *
     * @throws IllegalArgumentException if {@code code} is null or not {@code MARKET:SYMBOL}
     */
    public static String canonical(String code) {
        return CodeSpelling.canonical(code);
    }

    /**
     * Reads a code as people and other services write it, and returns it in canonical spelling: {@code 700.HK},
     * {@code HK.00700}, {@code sh600519}, {@code AAPL.US} and the other spellings of {@link CodeStyle}, in any case, with
     * full-width characters and with space around it. {@code MARKET:SYMBOL} is read too. Of the markets without a style,
     * only that is. A market that this version does not know is kept.
     *
     * @throws IllegalArgumentException if {@code text} is null, or names no instrument or several
     */
    public static String parse(String text) {
        return LenientCodes.parse(text);
    }

    /**
     * Returns a code as another service spells it, such as {@code HK:700} as {@code 00700.HK}.
     *
     * @throws IllegalArgumentException if an argument is null, {@code code} is not {@code MARKET:SYMBOL}, or
     *     {@link CodeStyle#markets} does not have its market
     */
    public static String format(String code, CodeStyle style) {
        return LenientCodes.format(code, Checks.required("style", style).name());
    }

    /**
     * Splits batches such as {@code US:AAPL,TSLA} and returns each distinct code once, in canonical spelling and in the order
     * given.
     *
     * @throws IllegalArgumentException if {@code codes} or an item is null, or an item is not a code
     */
    public static List<String> split(Collection<String> codes) {
        return CodeSpelling.split(codes);
    }

    /**
     * Returns the market of a code, or null if {@code code} is not a code or this version of the client does not know its
     * market.
     *
     * @throws IllegalArgumentException if {@code code} is null
     */
    public static @Nullable Market market(String code) {
        int colon = Checks.required("code", code).indexOf(':');
        String name = colon < 0 ? "" : code.substring(0, colon);
        Market market = WITHOUT_CODES.contains(name) ? Market.UNRECOGNIZED : Market.fromWire(name);
        return market == Market.UNRECOGNIZED ? null : market;
    }
}
