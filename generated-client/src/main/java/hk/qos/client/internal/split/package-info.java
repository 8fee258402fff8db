/**
 * Splits calls that name more instruments than one request may, and puts their answers together. Used by both transports.
 * This package knows no operation and no record.
 */
@NullMarked
package hk.qos.client.internal.split;

import org.jspecify.annotations.NullMarked;
