/**
 * The state machine of a stream: when to connect, what to send next, which frame an answer belongs to. Internal. Runs on one
 * loop, by that loop's time; uses no socket, thread or system clock. {@code reconnect} and {@code recovery} are packages of
 * their own, which know nothing of this one; no class here may depend on a class that depends on it.
 *
 * <pre>
 * {@link hk.qos.stream.internal.engine.Engine}            calls from any thread
 *   Lifecycle       states; notifies the parts of what happens to the connection
 *     Outbox        what is sent next: HeartbeatMonitor, Subscriptions, Requests, GapRecoverer, spaced by Pacer
 *     Inbound       what was received: pushes to Subscriptions, answers to OutboundFrames
 *     ConnectionSession   one attempt and its connection; Events, Mailboxes: delivery and log
 * </pre>
 */
@NullMarked
package hk.qos.stream.internal.engine;

import org.jspecify.annotations.NullMarked;
