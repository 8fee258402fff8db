package hk.qos.contract;

import hk.qos.simulator.spec.Conversation;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must be the case before some answers can be had. A simulator is led into it by a {@link ContractHarness}; a live service
 * cannot be asked for it, so that a live run leaves these contracts out and says why.
 */
final class States {
    static final String REFUSED = "the server refuses it";
    static final String KEY_EXPIRED = "the key has expired";
    static final String NOT_PERMITTED = "the plan does not include the interface";
    static final String REQUESTS_USED_UP = "the requests of this minute are used up";
    static final String JUST_SPOKE = "the frame before came a moment ago";
    static final String SERVER_FAILS = "the server fails";
    static final String GATEWAY_FAILS = "a gateway fails";
    static final String LEADING_ZEROS = "Hong Kong codes are spelled with leading zeros";
    static final String SUSPENDED = "the instrument is suspended";
    static final String LITTLE_KNOWN = "the server knows little of the instrument";
    static final String NOBODY_SELLS = "nobody sells";
    static final String EMPTY_LEVEL = "a level of the book is empty";
    static final String REGULAR = "the market is in its regular session";
    static final String ALL_REGULAR = "all markets are in their regular sessions";
    static final String BEFORE_OPENING = "the market is before its opening";
    static final String AFTER_CLOSE = "the market is after its close";
    static final String NIGHT = "the market is in its night session";

    private static final Pattern PLAN = Pattern.compile("the plan permits ([0-9]+) instruments");

    private static final Map<String, String> OF_CASES = Map.ofEntries(
            Map.entry("suspended", SUSPENDED),
            Map.entry("sparse", LITTLE_KNOWN),
            Map.entry("fx", LITTLE_KNOWN),
            Map.entry("ix", LITTLE_KNOWN),
            Map.entry("cm", LITTLE_KNOWN),
            Map.entry("one-sided", NOBODY_SELLS),
            Map.entry("zero-volume", EMPTY_LEVEL),
            Map.entry("us", REGULAR),
            Map.entry("markets", ALL_REGULAR),
            Map.entry("partial", REGULAR),
            Map.entry("us-pre-market", BEFORE_OPENING),
            Map.entry("us-after-hours", AFTER_CLOSE),
            Map.entry("us-pre-market-newer", BEFORE_OPENING),
            Map.entry("us-after-hours-newer", AFTER_CLOSE),
            Map.entry("us-night", NIGHT));

    private static final String SNAPSHOT = "napshot";

    private States() {}

    /** What must be the case for an answer that carries something, or null if it can be seen any time. */
    static @Nullable String of(Conversation conversation) {
        String state = OF_CASES.get(conversation.name());
        boolean ofSession = state != null && isOfSession(state);
        return ofSession && !conversation.operation().contains(SNAPSHOT) ? null : state;
    }

    /** What must be the case for this refusal, or null if it can be had any time. */
    static @Nullable String ofRefusal(int status, String words, int instruments) {
        return switch (status) {
            case 401 -> null;
            case 403 -> NOT_PERMITTED;
            case 429 -> REQUESTS_USED_UP;
            case 500 -> SERVER_FAILS;
            case 502 -> GATEWAY_FAILS;
            default ->
                words.equals("Key expired.")
                        ? KEY_EXPIRED
                        : words.contains("limit exceeded") ? plan(instruments - 1) : REFUSED;
        };
    }

    /** A plan with so many instruments. */
    static String plan(int instruments) {
        return "the plan permits " + instruments + " instruments";
    }

    /** The instruments that a plan permits, 0 if the state is about something else. */
    static int instruments(String state) {
        var plan = PLAN.matcher(state);
        return plan.matches() ? Integer.parseInt(plan.group(1)) : 0;
    }

    /** Whether the answer itself says that it is so, in its session or its status. */
    static boolean isSaidByAField(@Nullable String state) {
        return state != null && (state.equals(SUSPENDED) || isOfSession(state));
    }

    /** Whether it is about the hour, so that a service may be asked all the same, for what its fields are. */
    static boolean isOfSession(String state) {
        return switch (state) {
            case REGULAR, ALL_REGULAR, BEFORE_OPENING, AFTER_CLOSE, NIGHT -> true;
            default -> false;
        };
    }
}
