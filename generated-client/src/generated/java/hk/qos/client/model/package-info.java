// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * What is sent and received, as immutable records and enumerations; HTTP and stream share them.
 * Nothing here knows JSON or a connection; the names of the wire are in the adapters and in {@code wire()} of enumerations.
 */
@NullMarked
package hk.qos.client.model;

import org.jspecify.annotations.NullMarked;

