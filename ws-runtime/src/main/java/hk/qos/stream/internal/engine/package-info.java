/**
 * The state machine of a stream: when to connect, what to send next, whom an answer belongs to. Internal.
 * Runs on one loop, in whatever time that loop tells; no socket, no thread and no system clock may be used here.
 */
@NullMarked
package hk.qos.stream.internal.engine;

import org.jspecify.annotations.NullMarked;
