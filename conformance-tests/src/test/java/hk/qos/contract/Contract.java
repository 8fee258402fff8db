package hk.qos.contract;

import au.com.dius.pact.core.model.V4Interaction;
import hk.qos.simulator.spec.Conversation;

/**
 * An interaction of a pact, and the conversation that it was made from.
 *
 * @param conversation what is said
 * @param interaction the same as the pact has it
 */
record Contract(Conversation conversation, V4Interaction interaction) {
    @Override
    public String toString() {
        return interaction.getDescription();
    }
}
