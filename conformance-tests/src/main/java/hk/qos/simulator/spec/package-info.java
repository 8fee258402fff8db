/**
 * The API as read from the documents on the class path: paths, frame types, their schemas and their pairs. The code of
 * this package contains no path, frame type or payload rule, and uses nothing of the client, since no test would find
 * an error that both share.
 */
@NullMarked
package hk.qos.simulator.spec;

import org.jspecify.annotations.NullMarked;
