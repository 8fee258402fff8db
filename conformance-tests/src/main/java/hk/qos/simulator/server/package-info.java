/**
 * The server: one port for HTTP and WebSocket, refusals, answers and pushes. Payloads come from package {@code answer},
 * rules from the documents and the settings.
 *
 * <pre>
 * Server -> RequestRouter     refusals and faults of HTTP
 *   HttpResponder -> Answers     one interface of the document
 *   Upgrade -> StreamSession     one connection, and its faults
 *     FrameResponder -> Answers, Subscriptions     commands
 *     Subscriptions -> Pusher     pushes
 * </pre>
 */
@NullMarked
package hk.qos.simulator.server;

import org.jspecify.annotations.NullMarked;
