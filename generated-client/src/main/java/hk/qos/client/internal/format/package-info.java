/**
 * How a single value of each format of the documents is read and written, as JSON and as bare text; generated adapters
 * are made of these methods. Nothing here knows a record, a field or an operation.
 */
@NullMarked
package hk.qos.client.internal.format;

import org.jspecify.annotations.NullMarked;
