/**
 * Reads and writes single values of each format of the documents, as JSON and as text. Generated adapters use these
 * methods. This package knows no record, field or operation.
 */
@NullMarked
package hk.qos.client.internal.format;

import org.jspecify.annotations.NullMarked;
