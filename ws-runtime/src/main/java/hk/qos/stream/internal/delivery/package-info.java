/**
 * The queues between the event loop and user code: bounded and in order; full queues conflate or drop as the channel allows.
 * Nothing here knows connections or subscription states.
 */
@NullMarked
package hk.qos.stream.internal.delivery;

import org.jspecify.annotations.NullMarked;
