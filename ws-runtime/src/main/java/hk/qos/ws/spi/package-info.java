/**
 * What the runtime must be told about a protocol: how its frames are read and written, and nothing else.
 * Implemented by generated code; no class here may know a concrete protocol.
 */
@NullMarked
package hk.qos.ws.spi;

import org.jspecify.annotations.NullMarked;
