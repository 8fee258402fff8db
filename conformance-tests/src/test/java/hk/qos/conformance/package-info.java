/**
 * The real client at the simulator, over real sockets: what the stream promises under every fault that the simulator can
 * make. Tests of the simulator alone, and of the engine in virtual time, belong elsewhere.
 */
@NullMarked
package hk.qos.conformance;

import org.jspecify.annotations.NullMarked;
