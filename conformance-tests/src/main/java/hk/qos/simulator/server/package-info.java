/**
 * The sockets: one port for HTTP and WebSocket, what is refused and what is answered, and the pushes. Payloads come from
 * the answers, rules from the documents and the settings.
 */
@NullMarked
package hk.qos.simulator.server;

import org.jspecify.annotations.NullMarked;
