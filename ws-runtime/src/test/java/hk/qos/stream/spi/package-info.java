/** Tests of the interfaces for protocol implementations. */
@NullMarked
package hk.qos.stream.spi;

import org.jspecify.annotations.NullMarked;
