/** What the runtime offers to code that speaks a protocol. */
@NullMarked
package hk.qos.stream.spi;

import org.jspecify.annotations.NullMarked;
