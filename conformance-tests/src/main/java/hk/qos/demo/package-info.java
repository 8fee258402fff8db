/**
 * The demo: every interface and command of the client once, pushes as a table, and one cut of the connection. It goes by
 * the generated lists of operations, so that what is new in the documents is shown without a change here; how the client
 * is used in an application is in the README.
 */
@NullMarked
package hk.qos.demo;

import org.jspecify.annotations.NullMarked;
