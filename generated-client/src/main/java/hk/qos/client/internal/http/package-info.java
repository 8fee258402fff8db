/**
 * How one HTTP request becomes one result: input rules, rate limit, retries, errors. Knows no operation and no
 * payload; those are handed in by generated code.
 */
@NullMarked
package hk.qos.client.internal.http;

import org.jspecify.annotations.NullMarked;
