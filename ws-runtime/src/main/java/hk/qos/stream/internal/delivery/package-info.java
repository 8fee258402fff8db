/**
 * The queues between the event loop and user code: bounded and in order; full queues conflate or drop as the channel allows.
 * Nothing here knows connections or subscription states.
 *
 * <pre>
 * push -> Mailbox -> Backlog -> Dispatcher (executor) -> Mailbox.run -> ListenerInvoker -> Sink
 *            |-> ListenerInvoker -> Sink      direct delivery, if nothing is queued
 * Sink: ListenerSink calls a listener; SubscriberSink serves the demand of a Flow.Subscriber
 * </pre>
 */
@NullMarked
package hk.qos.stream.internal.delivery;

import org.jspecify.annotations.NullMarked;
