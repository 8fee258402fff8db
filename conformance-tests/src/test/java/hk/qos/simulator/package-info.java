/**
 * Tests of the simulator with raw clients, independent of the SDK's: every interface, frame, limit and fault, and the
 * consistency of the market. Tests of the client are elsewhere.
 */
@NullMarked
package hk.qos.simulator;

import org.jspecify.annotations.NullMarked;
