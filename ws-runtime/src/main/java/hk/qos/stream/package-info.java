/**
 * The stream's public face: a client that stays connected, subscriptions as handles, events and settings.
 * Nothing here touches a socket or decides when a frame is sent, and nothing here knows a concrete protocol.
 */
@NullMarked
package hk.qos.stream;

import org.jspecify.annotations.NullMarked;
