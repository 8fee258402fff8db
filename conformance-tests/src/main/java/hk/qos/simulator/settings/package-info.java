/**
 * What a user may set: the plan's limits and how the simulator takes what the documents leave open. Only values live
 * here, nothing that acts on them.
 */
@NullMarked
package hk.qos.simulator.settings;

import org.jspecify.annotations.NullMarked;
