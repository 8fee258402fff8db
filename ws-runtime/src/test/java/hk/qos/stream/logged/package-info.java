/** Captures log lines in tests. */
@NullMarked
package hk.qos.stream.logged;

import org.jspecify.annotations.NullMarked;
