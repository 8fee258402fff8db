// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/** Requests with checked arguments. Rate limits and retries are elsewhere. */
@NullMarked
package hk.qos.client.internal.request;

import org.jspecify.annotations.NullMarked;

