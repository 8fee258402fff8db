/**
 * Sends HTTP requests and returns results: input rules, rate limits, retries, errors. This package knows no operation
 * and no payload; generated code passes them in.
 *
 * <pre>
 * QosHttp -> RequestSizes, SplitCall (SplitAnswer)     a call becomes one request, or several
 *   HttpCalls (RateLimitedCalls) -> PendingCall     one request: its turns, attempts and timeouts
 *   RateLimits -> KeyRates -> SlidingWindow     when the next request may be sent, for all clients of one API key
 *   AttemptLimiter -> OkHttp (Interceptors)     one attempt
 *   payload, or HttpFailures (EnvelopeRules) -> exception; RetryBackoff -> the next attempt
 * </pre>
 */
@NullMarked
package hk.qos.client.internal.http;

import org.jspecify.annotations.NullMarked;
