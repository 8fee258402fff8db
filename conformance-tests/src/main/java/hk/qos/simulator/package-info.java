/**
 * The simulator of the QOS service: HTTP and stream on one port of this process or of a process of its own. This
 * package has the simulator, its builder and its command line; the packages below implement it. Only the JUnit
 * extension uses the client.
 */
@NullMarked
package hk.qos.simulator;

import org.jspecify.annotations.NullMarked;
