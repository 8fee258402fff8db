/** JSON as text, before a reader takes it apart. Nothing here knows a format, a record or an operation. */
@NullMarked
package hk.qos.client.internal.text;

import org.jspecify.annotations.NullMarked;
