package hk.qos.contract;

import hk.qos.simulator.spec.Conversation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be the case before some examples can be seen. A simulator is told to play them; a live market cannot be
 * asked for them, so that a live run leaves them out and says why.
 */
final class States {
    /** The answer is not OK. */
    static final String REFUSED = "the server refuses it";

    private static final Map<String, String> OF_CASES = Map.ofEntries(
            Map.entry("suspended", "the instrument is suspended"),
            Map.entry("sparse", "the server knows little of the instrument"),
            Map.entry("fx", "the server knows little of the instrument"),
            Map.entry("ix", "the server knows little of the instrument"),
            Map.entry("cm", "the server knows little of the instrument"),
            Map.entry("one-sided", "nobody sells"),
            Map.entry("zero-volume", "a level of the book is empty"),
            Map.entry("us", "the market is in its regular session"),
            Map.entry("markets", "all markets are in their regular sessions"),
            Map.entry("partial", "the market is in its regular session"),
            Map.entry("us-pre-market", "the market is before its opening"),
            Map.entry("us-after-hours", "the market is after its close"),
            Map.entry("us-night", "the market is in its night session"));

    private static final String SNAPSHOT = "napshot";

    private States() {}

    /** What must be the case, or null if it can be seen any time. */
    static @Nullable String of(Conversation conversation, boolean refused) {
        if (refused) {
            return REFUSED;
        }
        String state = OF_CASES.get(conversation.name());
        boolean ofSession = state != null && state.contains("session");
        return ofSession && !conversation.operation().contains(SNAPSHOT) ? null : state;
    }
}
