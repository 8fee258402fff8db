/** Subscriptions as publishers, on threads as in real use and without sockets: held to the Reactive Streams TCK. */
@NullMarked
package hk.qos.stream.flow;

import org.jspecify.annotations.NullMarked;
