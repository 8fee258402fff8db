// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * The adapters that read and write every record and enumeration as JSON, without reflection. Single values are read and
 * written by {@link hk.qos.client.internal.format}.
 */
@NullMarked
package hk.qos.client.internal.json;

import org.jspecify.annotations.NullMarked;

