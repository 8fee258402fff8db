/** Subscriptions as publishers, on real threads without sockets, verified by the Reactive Streams TCK. */
@NullMarked
package hk.qos.stream.flow;

import org.jspecify.annotations.NullMarked;
