// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/** Requests with checked input, ready to be sent. Nothing here decides when to send, wait or retry. */
@NullMarked
package hk.qos.client.internal.request;

import org.jspecify.annotations.NullMarked;

