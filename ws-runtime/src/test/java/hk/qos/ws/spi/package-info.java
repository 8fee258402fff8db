/** What the runtime offers to code that speaks a protocol. */
@NullMarked
package hk.qos.ws.spi;

import org.jspecify.annotations.NullMarked;
