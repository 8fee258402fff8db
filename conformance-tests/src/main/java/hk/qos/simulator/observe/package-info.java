/**
 * Records for tests to inspect: frames, requests, connections, violations. Nothing here makes decisions or keeps an API
 * key.
 */
@NullMarked
package hk.qos.simulator.observe;

import org.jspecify.annotations.NullMarked;
