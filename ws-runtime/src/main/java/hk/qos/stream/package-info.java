/**
 * The public API of a stream: subscriptions, events and options. Independent of any protocol.
 *
 * <p>A null argument is refused with an {@link IllegalArgumentException} that names it, unless its parameter is marked
 * nullable. Events and other records that the stream hands out do not check their components.
 */
@NullMarked
package hk.qos.stream;

import org.jspecify.annotations.NullMarked;
