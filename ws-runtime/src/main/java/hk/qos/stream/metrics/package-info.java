/**
 * Metrics of streams for Micrometer, an optional dependency that only this package requires.
 */
@NullMarked
package hk.qos.stream.metrics;

import org.jspecify.annotations.NullMarked;
