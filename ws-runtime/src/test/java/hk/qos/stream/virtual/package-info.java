/** The state machine in virtual time: a loop whose clock the test moves, and a server without sockets. */
@NullMarked
package hk.qos.stream.virtual;

import org.jspecify.annotations.NullMarked;
