/** What a test saw in the log. */
@NullMarked
package hk.qos.stream.logged;

import org.jspecify.annotations.NullMarked;
