/**
 * Faults on demand. This package holds which faults to inject and how often; the server queries it and performs them.
 */
@NullMarked
package hk.qos.simulator.fault;

import org.jspecify.annotations.NullMarked;
