/**
 * Settings: the plan's limits, and choices where the documents leave the behaviour open. This package contains values
 * only.
 */
@NullMarked
package hk.qos.simulator.settings;

import org.jspecify.annotations.NullMarked;
