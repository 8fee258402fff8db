/**
 * The simulator of the QOS service: HTTP and stream on one port of this process or of a process of its own. Here are its
 * switch, its builder and its command; what it does lies in the packages below, and none of it but the JUnit extension
 * uses the client.
 */
@NullMarked
package hk.qos.simulator;

import org.jspecify.annotations.NullMarked;
