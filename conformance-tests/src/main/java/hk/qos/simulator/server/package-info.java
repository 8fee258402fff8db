/**
 * The server: one port for HTTP and WebSocket, refusals, answers and pushes. Payloads come from package {@code answer},
 * rules from the documents and the settings.
 */
@NullMarked
package hk.qos.simulator.server;

import org.jspecify.annotations.NullMarked;
