/**
 * What waits between the event loop and the user's code: bounded, in order, conflated or cut as the channel allows.
 * Internal. Nothing here knows of connections or subscriptions' states.
 */
@NullMarked
package hk.qos.stream.internal.delivery;

import org.jspecify.annotations.NullMarked;
