/** Checks of arguments. Messages name the argument and the value. This package knows no operation, payload or limit. */
@NullMarked
package hk.qos.client.internal.check;

import org.jspecify.annotations.NullMarked;
