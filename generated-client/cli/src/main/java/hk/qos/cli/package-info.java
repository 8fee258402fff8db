/** The program {@code qos}: one class a command, on top of the client's public API. */
@NullMarked
package hk.qos.cli;

import org.jspecify.annotations.NullMarked;
