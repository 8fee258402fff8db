/**
 * Checks of arguments, called by generated constructors; each message names the argument and the value.
 * Nothing here knows an operation, a payload or a limit of its own.
 */
@NullMarked
package hk.qos.client.internal.check;

import org.jspecify.annotations.NullMarked;
