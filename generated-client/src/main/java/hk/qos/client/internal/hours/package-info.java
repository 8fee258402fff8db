/** When markets trade, by the documents. This package knows no clock: it is asked about a day. */
@NullMarked
package hk.qos.client.internal.hours;

import org.jspecify.annotations.NullMarked;
