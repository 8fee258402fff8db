/**
 * A stream's numbers in Micrometer's registries. The one package that needs Micrometer, which is an optional dependency:
 * nothing else refers to it, and it is not loaded unless its class is named.
 */
@NullMarked
package hk.qos.stream.metrics;

import org.jspecify.annotations.NullMarked;
