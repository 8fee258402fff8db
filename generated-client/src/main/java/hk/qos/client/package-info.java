/**
 * The face of the SDK: the client, its builder and its policies. Holds no knowledge of single operations, which are
 * generated, and none of connections, which the runtime keeps.
 */
@NullMarked
package hk.qos.client;

import org.jspecify.annotations.NullMarked;
