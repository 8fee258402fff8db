// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * Immutable records and enumerations of requests, answers and pushes, shared by HTTP and stream. This package knows
 * neither JSON nor connections; names on the wire are in the adapters, in {@code wire()} of enumerations and in comments.
 */
@NullMarked
package hk.qos.client.model;

import org.jspecify.annotations.NullMarked;

