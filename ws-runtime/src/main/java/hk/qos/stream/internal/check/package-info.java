/** Checks of what callers hand in. Internal. */
@NullMarked
package hk.qos.stream.internal.check;

import org.jspecify.annotations.NullMarked;
