/** What a test saw in the log. */
@NullMarked
package hk.qos.ws.logged;

import org.jspecify.annotations.NullMarked;
