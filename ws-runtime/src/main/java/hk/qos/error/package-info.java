/**
 * What can go wrong on a connection, one unchecked class per kind, shared by the stream and by clients built on it.
 * Nothing here knows a concrete protocol, and no message here may ever carry a key.
 */
@NullMarked
package hk.qos.error;

import org.jspecify.annotations.NullMarked;
