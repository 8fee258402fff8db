/**
 * The interface between the runtime and a client for one protocol, exported to that client only: the dialect, which reads and
 * writes frames and is generated, the stream and its setup, and what HTTP shares with the stream: redaction, TLS, proxies and
 * {@code Retry-After}. Nothing here knows a concrete protocol.
 */
@NullMarked
package hk.qos.stream.spi;

import org.jspecify.annotations.NullMarked;
