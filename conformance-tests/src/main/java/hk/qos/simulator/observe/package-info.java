/**
 * What the simulator has seen, for tests to look at: frames, requests, connections, violations. Nothing here decides
 * anything, and no key is kept.
 */
@NullMarked
package hk.qos.simulator.observe;

import org.jspecify.annotations.NullMarked;
