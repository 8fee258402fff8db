/**
 * What can go wrong over HTTP only, one unchecked class per kind; the kinds that the stream shares are in
 * {@link hk.qos.ws.error}. No message here may ever carry a key.
 */
@NullMarked
package hk.qos.client.error;

import org.jspecify.annotations.NullMarked;
