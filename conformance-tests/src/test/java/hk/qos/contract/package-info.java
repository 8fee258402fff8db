/**
 * Contracts between client and server, derived from the documents' examples, verified on both sides: the client with
 * servers by Pact, the simulator or any other address with the same files. Operations are named only in contracts about
 * meanings that no example can express.
 */
@NullMarked
package hk.qos.contract;

import org.jspecify.annotations.NullMarked;
