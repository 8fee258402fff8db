/** The whole runtime over real sockets on this machine, against a small server of the toy protocol. */
@NullMarked
package hk.qos.stream.loopback;

import org.jspecify.annotations.NullMarked;
