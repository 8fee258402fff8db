package hk.qos.contract;

import au.com.dius.pact.core.model.V4Interaction;
import hk.qos.simulator.spec.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * An interaction of a pact and its conversation.
 *
 * @param conversation the example that it was made from
 * @param interaction the interaction of the pact
 * @param failure the exception that the client's caller gets if the answer is a refusal, else null
 */
record Contract(
        Conversation conversation,
        V4Interaction interaction,
        @Nullable Failure failure) {
    @Override
    public String toString() {
        return interaction.getDescription();
    }
}
