package hk.qos.client.internal.http;

import hk.qos.client.internal.check.LenientCodes;
import hk.qos.error.RequestLimitException;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Checks instrument codes before a request is sent. Immutable. */
public final class InputRules {
    /** The setting that {@link RequestLimitException} names. */
    static final String INSTRUMENTS_SETTING = "PlanLimits.withInstruments";

    private final BiFunction<String, Collection<String>, List<String>> split;
    private final Predicate<String> marketIsKnown;
    private final int maxInstruments;
    private final boolean allowUnknownMarkets;
    private final String setting;

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
        this(split, marketIsKnown, maxInstruments, allowUnknownMarkets, INSTRUMENTS_SETTING);
    }

    private InputRules(
            BiFunction<String, Collection<String>, List<String>> split,
            Predicate<String> marketIsKnown,
            int maxInstruments,
            boolean allowUnknownMarkets,
            String setting) {
        this.split = split;
        this.marketIsKnown = marketIsKnown;
        this.maxInstruments = maxInstruments;
        this.allowUnknownMarkets = allowUnknownMarkets;
        this.setting = setting;
    }

    /** Returns the same rules with another limit and the name of its setting, for messages. */
    public InputRules withLimit(int maxInstruments, String setting) {
        return new InputRules(split, marketIsKnown, maxInstruments, allowUnknownMarkets, setting);
    }

    /**
     * Returns the distinct canonical codes of one request, in the order given.
     *
     * @param argument the name of the argument, for messages
     * @throws IllegalArgumentException if {@code given} is empty, an item is not a code, or a market is unknown
     * @throws RequestLimitException if the number of instruments exceeds the plan's limit
     */
    public List<String> codes(String argument, Collection<String> codes) {
        List<String> distinct = anyNumberOfCodes(argument, codes);
        if (distinct.size() > maxInstruments) {
            throw tooMany(argument, distinct.size(), maxInstruments, setting);
        }
        return distinct;
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
                throw new IllegalArgumentException(argument + " names a market that is not known: \"" + code
                        + "\" (setting: allowUnknownMarkets)" + LenientCodes.hint(code));
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
