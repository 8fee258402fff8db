/**
 * Fills gaps: asks the server for the pushes that a lost connection has cost, and delivers what was missed. Internal. Knows
 * topics, channels, the loop, a consumer of events and {@link hk.qos.stream.internal.recovery.GapSubscriber subscribers};
 * nothing of the engine.
 *
 * <pre>
 * push delivered   → TopicRecovery: DeliveredHistory remembers it
 * gap reported     → TopicRecovery opens a gap; its timeout starts
 * nothing to send  → GapRecoverer#next: one query for the open gaps of a channel
 * answer           → GapAlignment: oldest first, without what was delivered → Recovered and the missed items
 * no usable answer → Unrecovered, with the reason
 * </pre>
 */
@NullMarked
package hk.qos.stream.internal.recovery;

import org.jspecify.annotations.NullMarked;
