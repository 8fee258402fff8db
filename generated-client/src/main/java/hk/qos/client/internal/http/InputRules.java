package hk.qos.client.internal.http;

import hk.qos.client.internal.check.LenientCodes;
import hk.qos.error.RequestLimitException;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Checks instrument codes before a request is sent. Immutable. */
public final class InputRules {
    /** The setting that {@link RequestLimitException} names. */
    static final String INSTRUMENTS_SETTING = "PlanLimits.withInstruments";

    private static final String ITEMS_SETTING = "PlanLimits.withBarsPerRequest";

    private final BiFunction<String, Collection<String>, List<String>> split;
    private final Predicate<String> marketIsKnown;
    private final boolean allowUnknownMarkets;
    private final Limits limits;

    /**
     * @param ofRequest the maximum of distinct instruments in one request
     * @param ofCall the maximum of distinct instruments in one call, which can become several requests
     * @param setting the setting of these two, for messages
     * @param items the maximum of items of an instrument in one request
     */
    private record Limits(int ofRequest, int ofCall, String setting, int items) {}

    /**
     * @param split returns the canonical and distinct codes of the named argument, whose items are codes in any
     *     spelling or batches; throws {@link IllegalArgumentException} if an item is not a code
     * @param marketIsKnown whether the documents list the market of a canonical code
     * @param maxInstruments the maximum of distinct instruments in one request
     * @param allowUnknownMarkets whether codes of other markets are sent, so that the server decides
     */
    public InputRules(
            BiFunction<String, Collection<String>, List<String>> split,
            Predicate<String> marketIsKnown,
            int maxInstruments,
            boolean allowUnknownMarkets) {
        this(
                split,
                marketIsKnown,
                allowUnknownMarkets,
                new Limits(maxInstruments, maxInstruments, INSTRUMENTS_SETTING, Integer.MAX_VALUE));
    }

    private InputRules(
            BiFunction<String, Collection<String>, List<String>> split,
            Predicate<String> marketIsKnown,
            boolean allowUnknownMarkets,
            Limits limits) {
        this.split = split;
        this.marketIsKnown = marketIsKnown;
        this.allowUnknownMarkets = allowUnknownMarkets;
        this.limits = limits;
    }

    /**
     * Returns the same rules with other limits of instruments.
     *
     * @param ofRequest the maximum in one request
     * @param ofCall the maximum in one call, which can become several requests
     * @param setting the setting of both, for messages
     */
    public InputRules withInstruments(int ofRequest, int ofCall, String setting) {
        return with(new Limits(ofRequest, ofCall, setting, limits.items()));
    }

    /** Returns the same rules with a maximum of items of an instrument in one request. */
    public InputRules withItems(int items) {
        return with(new Limits(limits.ofRequest(), limits.ofCall(), limits.setting(), items));
    }

    private InputRules with(Limits other) {
        return new InputRules(split, marketIsKnown, allowUnknownMarkets, other);
    }

    /**
     * Returns the distinct canonical codes of one request, in the order given.
     *
     * @param argument the name of the argument, for messages
     * @throws IllegalArgumentException if {@code given} is empty, an item is not a code, or a market is unknown
     * @throws RequestLimitException if the number of instruments exceeds the plan's limit
     */
    public List<String> codes(String argument, Collection<String> codes) {
        return atMost(limits.ofRequest(), argument, codes);
    }

    /** Like {@link #codes}, of a call that can become several requests. */
    public List<String> codesOfCall(String argument, Collection<String> codes) {
        return atMost(limits.ofCall(), argument, codes);
    }

    private List<String> atMost(int most, String argument, Collection<String> codes) {
        List<String> distinct = anyNumberOfCodes(argument, codes);
        if (distinct.size() > most) {
            throw tooMany(argument, distinct.size(), most, limits.setting());
        }
        return distinct;
    }

    /**
     * Checks the number of items of an instrument that each query asks for.
     *
     * @param argument the name of the argument, for messages
     * @param component the component of a query with the number, for messages
     * @throws RequestLimitException if it exceeds the plan's limit
     */
    public <Q> void items(String argument, String component, List<Q> queries, ToIntFunction<? super Q> number) {
        for (int i = 0; i < queries.size(); i++) {
            int asked = number.applyAsInt(queries.get(i));
            if (asked > limits.items()) {
                throw new RequestLimitException(
                        argument + "[" + i + "]." + component + " is " + asked + ", and the plan allows "
                                + limits.items() + " in a request",
                        ITEMS_SETTING);
            }
        }
    }

    /**
     * Returns the exception for a request with more instruments than the plan allows.
     *
     * @param subject the operation or argument, for the message
     */
    static RequestLimitException tooMany(String subject, int instruments, int allowed, String setting) {
        return new RequestLimitException(
                subject + " names " + instruments + " instruments, and the plan allows " + allowed, setting);
    }

    /**
     * Like {@link #codes} without the limit, which subscriptions count elsewhere.
     *
     * @throws IllegalArgumentException if {@code given} is empty, an item is not a code, or a market is unknown
     */
    public List<String> anyNumberOfCodes(String argument, Collection<String> codes) {
        List<String> given = Checks.items(argument, codes, 1, Integer.MAX_VALUE);
        List<String> distinct = split.apply(argument, given);
        for (String code : distinct) {
            if (!allowUnknownMarkets && !marketIsKnown.test(code)) {
                throw new IllegalArgumentException(argument + " names a market that is not known to have codes: \""
                        + code + "\" (setting: allowUnknownMarkets)" + LenientCodes.hint(code));
            }
        }
        return distinct;
    }

    /**
     * Returns the canonical spelling of one code.
     *
     * @throws IllegalArgumentException if it is not a code or its market is unknown
     */
    public String code(String argument, String code) {
        List<String> one = anyNumberOfCodes(argument, List.of(Checks.required(argument, code)));
        if (one.size() != 1) {
            throw new IllegalArgumentException(argument + " must name one instrument: " + Checks.quoted(code));
        }
        return one.get(0);
    }
}
