/**
 * The client, its builder and policies, and the HTTP and stream operations. Operations are generated from the
 * documents; connections are kept by {@code hk.qos.stream}.
 */
@NullMarked
package hk.qos.client;

import org.jspecify.annotations.NullMarked;
