/**
 * What the simulator knows of the API, read from the documents on the class path: paths, frame types, their schemas and
 * their pairing. No path, frame type or rule of a payload may be written into the code of this package, and nothing of
 * the client is used, since a mistake that both shared would stay unseen.
 */
@NullMarked
package hk.qos.simulator.spec;

import org.jspecify.annotations.NullMarked;
