// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
/**
 * The raw Retrofit interface, with its request and reply bodies. {@link hk.qos.client.QosHttp} and
 * {@link hk.qos.client.QosHttpAsync} call it with checked input, rate limits and retries.
 */
@NullMarked
package hk.qos.client.api;

import org.jspecify.annotations.NullMarked;

