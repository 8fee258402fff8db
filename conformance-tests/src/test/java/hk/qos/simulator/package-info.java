/**
 * Tests of the simulator by raw clients that know nothing of ours: every interface, frame, limit and fault, and the
 * market's agreement with itself. Tests of the client belong elsewhere.
 */
@NullMarked
package hk.qos.simulator;

import org.jspecify.annotations.NullMarked;
