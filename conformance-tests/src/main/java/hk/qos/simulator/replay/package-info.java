/**
 * Recordings of a stream as something to play: reading the file that a client wrote, and when each message is due. Sockets
 * and subscriptions are the server's.
 */
@NullMarked
package hk.qos.simulator.replay;

import org.jspecify.annotations.NullMarked;
