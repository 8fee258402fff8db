/** The state machine in virtual time: a loop whose clock the test moves, and a server without sockets. */
@NullMarked
package hk.qos.ws.virtual;

import org.jspecify.annotations.NullMarked;
