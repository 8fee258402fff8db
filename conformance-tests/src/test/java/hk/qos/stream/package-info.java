/** The client's stream against the simulator, over real sockets. */
@NullMarked
package hk.qos.stream;

import org.jspecify.annotations.NullMarked;
