/**
 * What the runtime must be told about a protocol: how its frames are read and written. Implemented by generated code; no
 * class here may know a concrete protocol. Also what requests that are made beside the stream share with it: how secrets are
 * taken out of text, and how TLS is set up.
 */
@NullMarked
package hk.qos.stream.spi;

import org.jspecify.annotations.NullMarked;
