/**
 * Micrometer meters of HTTP calls. Micrometer is an optional dependency: only this package and {@link
 * hk.qos.client.QosMetrics} refer to it, and they are loaded only if {@code QosMetrics} is used.
 */
@NullMarked
package hk.qos.client.internal.metrics;

import org.jspecify.annotations.NullMarked;
