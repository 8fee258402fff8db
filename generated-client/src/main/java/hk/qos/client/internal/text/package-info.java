/** Prepares JSON text for a reader. This package knows no format, record or operation. */
@NullMarked
package hk.qos.client.internal.text;

import org.jspecify.annotations.NullMarked;
