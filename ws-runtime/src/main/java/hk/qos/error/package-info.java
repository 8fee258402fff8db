/**
 * The failures of the stream and of clients built on it, one unchecked class for each kind. {@link
 * hk.qos.error.ClientException} is the root. No message contains a secret.
 *
 * <p>Constructors and factories are for the SDK's own use; later versions may change them.
 */
@NullMarked
package hk.qos.error;

import org.jspecify.annotations.NullMarked;
