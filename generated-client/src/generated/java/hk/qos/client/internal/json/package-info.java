// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * How every record and enumeration is read from JSON and written to it, without reflection.
 * Nothing else is here; how a single value of a format is read is in {@link hk.qos.client.internal.format}.
 */
@NullMarked
package hk.qos.client.internal.json;

import org.jspecify.annotations.NullMarked;

