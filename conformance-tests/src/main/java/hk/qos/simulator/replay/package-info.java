/**
 * Playing recordings: reads the file that a client wrote and computes when each message is due. The server handles
 * sockets and subscriptions.
 */
@NullMarked
package hk.qos.simulator.replay;

import org.jspecify.annotations.NullMarked;
