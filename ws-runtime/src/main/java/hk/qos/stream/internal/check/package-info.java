/** Checks of arguments, and texts on one line, for stream and client. Internal. */
@NullMarked
package hk.qos.stream.internal.check;

import org.jspecify.annotations.NullMarked;
