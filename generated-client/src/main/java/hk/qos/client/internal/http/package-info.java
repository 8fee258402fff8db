/**
 * Sends HTTP requests and returns results: input rules, rate limits, retries, errors. This package knows no operation
 * and no payload; generated code passes them in.
 */
@NullMarked
package hk.qos.client.internal.http;

import org.jspecify.annotations.NullMarked;
