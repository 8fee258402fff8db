package hk.qos.contract;

import hk.qos.simulator.spec.Conversation;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Provider states. A {@link ContractHarness} puts a simulator into a state; a live service cannot be changed, so a live
 * run skips these contracts with the reason.
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

    /** The state for an answer with data, or null if it needs none. */
    static @Nullable String of(Conversation conversation) {
        String state = OF_CASES.get(conversation.name());
        boolean ofSession = state != null && isOfSession(state);
        return ofSession && !conversation.operation().contains(SNAPSHOT) ? null : state;
    }

    /** The state for a refusal, or null if it needs none. */
    static @Nullable String ofRefusal(int status, String errorText, int instruments) {
        return switch (status) {
            case 401 -> null;
            case 403 -> NOT_PERMITTED;
            case 429 -> REQUESTS_USED_UP;
            case 500 -> SERVER_FAILS;
            case 502 -> GATEWAY_FAILS;
            default ->
                errorText.equals("Key expired.")
                        ? KEY_EXPIRED
                        : errorText.contains("limit exceeded") ? plan(instruments - 1) : REFUSED;
        };
    }

    /** The state of a plan with this many instruments. */
    static String plan(int instruments) {
        return "the plan permits " + instruments + " instruments";
    }

    /** The instruments that a plan permits, 0 if the state is about something else. */
    static int instruments(String state) {
        var plan = PLAN.matcher(state);
        return plan.matches() ? Integer.parseInt(plan.group(1)) : 0;
    }

    /** Whether the answer itself shows the state, in its session or status. */
    static boolean isStatedByAField(@Nullable String state) {
        return state != null && (state.equals(SUSPENDED) || isOfSession(state));
    }

    /** Whether the state depends on the time only, so that a live service can be asked to compare fields. */
    static boolean isOfSession(String state) {
        return switch (state) {
            case REGULAR, ALL_REGULAR, BEFORE_OPENING, AFTER_CLOSE, NIGHT -> true;
            default -> false;
        };
    }
}
