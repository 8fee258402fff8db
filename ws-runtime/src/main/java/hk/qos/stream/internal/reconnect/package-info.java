/**
 * Decides whether and when a stream connects again. Internal. Knows the loop and a consumer of events, nothing of the engine.
 *
 * <pre>
 * end of a connection → DisconnectPolicy: retry or fail, and the least wait
 *                     → ReconnectScheduler: back-off (base + random part that doubles), timer, next attempt
 * connection up       → Downtime: metrics of how long the stream was without one
 * </pre>
 */
@NullMarked
package hk.qos.stream.internal.reconnect;

import org.jspecify.annotations.NullMarked;
