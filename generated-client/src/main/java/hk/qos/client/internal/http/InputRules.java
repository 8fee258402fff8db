package hk.qos.client.internal.http;

import hk.qos.client.internal.check.Checks;
import hk.qos.error.RequestLimitException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What is asked of instrument codes before anything is sent. Immutable. */
public final class InputRules {
    /** The setting that {@link RequestLimitException} names. */
    static final String INSTRUMENTS_SETTING = "planLimits.instruments";

    private final BiFunction<String, Collection<String>, List<String>> split;
    private final Predicate<String> marketIsKnown;
    private final int maxInstruments;
    private final boolean allowUnknownMarkets;
    private final String setting;

    /**
     * @param split makes single codes, canonical and distinct, of what is called so in messages: codes in any spelling
     *     and batches; refuses what cannot be a code by {@link IllegalArgumentException}
     * @param marketIsKnown whether the documents know a canonical code's market
     * @param maxInstruments how many distinct instruments one request may name
     * @param allowUnknownMarkets whether a market that the documents do not know is left to the server to judge
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

    /** These rules with another limit, for messages found in {@code setting}. */
    public InputRules withLimit(int maxInstruments, String setting) {
        return new InputRules(split, marketIsKnown, maxInstruments, allowUnknownMarkets, setting);
    }

    /**
     * The distinct canonical codes of one request, in the order in which they were given.
     *
     * @param argument what the caller calls them, for messages
     * @throws IllegalArgumentException if there is none, or one cannot be a code, or its market is not known
     * @throws RequestLimitException if they are more than the plan allows
     */
    public List<String> codes(String argument, Collection<String> codes) {
        List<String> distinct = anyNumberOfCodes(argument, codes);
        if (distinct.size() > maxInstruments) {
            throw tooMany(argument, distinct.size(), maxInstruments, setting);
        }
        return distinct;
    }

    /**
     * The refusal of a request that names more instruments than the plan allows.
     *
     * @param subject what names them: an operation or an argument
     */
    static RequestLimitException tooMany(String subject, int instruments, int allowed, String setting) {
        return new RequestLimitException(
                subject + " names " + instruments + " instruments, and the plan allows " + allowed, setting);
    }

    /**
     * As {@link #codes} without the limit, for what is counted elsewhere, as subscriptions are.
     *
     * @throws IllegalArgumentException if there is none, or one cannot be a code, or its market is not known
     */
    public List<String> anyNumberOfCodes(String argument, Collection<String> codes) {
        List<String> given = Checks.items(argument, codes, 1, Integer.MAX_VALUE);
        List<String> distinct = split.apply(argument, given);
        for (String code : distinct) {
            if (!allowUnknownMarkets && !marketIsKnown.test(code)) {
                throw new IllegalArgumentException(argument + " names a market that is not known: \"" + code
                        + "\" (setting: allowUnknownMarkets)");
            }
        }
        return distinct;
    }

    /**
     * The canonical spelling of one code.
     *
     * @throws IllegalArgumentException if it cannot be a code, or its market is not known
     */
    public String code(String argument, String code) {
        List<String> one = anyNumberOfCodes(argument, List.of(Checks.required(argument, code)));
        if (one.size() != 1) {
            throw new IllegalArgumentException(argument + " must name one instrument: " + Checks.quoted(code));
        }
        return one.get(0);
    }
}
