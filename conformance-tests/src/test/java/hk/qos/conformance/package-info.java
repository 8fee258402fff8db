/**
 * Tests of the real client with the simulator over real sockets, under every fault that the simulator has. Tests of the
 * simulator alone, and of the engine in virtual time, are elsewhere.
 */
@NullMarked
package hk.qos.conformance;

import org.jspecify.annotations.NullMarked;
