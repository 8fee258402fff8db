/**
 * Contracts between client and server, derived from the documents' examples, and their proof on both sides: the client
 * against servers that Pact plays, the simulator or any other address against the same files. No operation is named
 * here but in contracts that add a meaning which no example can show.
 */
@NullMarked
package hk.qos.contract;

import org.jspecify.annotations.NullMarked;
