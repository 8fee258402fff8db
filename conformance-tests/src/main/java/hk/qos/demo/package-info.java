/**
 * The demo: every interface and command of the client once, pushes as a table, and one cut of the connection. It reads
 * the generated lists of operations, so that a new operation of the documents is shown without a change here. The
 * README shows how an application uses the client.
 */
@NullMarked
package hk.qos.demo;

import org.jspecify.annotations.NullMarked;
