/** Tests of the state machine in virtual time: the test moves the loop's clock, and the server has no sockets. */
@NullMarked
package hk.qos.stream.virtual;

import org.jspecify.annotations.NullMarked;
