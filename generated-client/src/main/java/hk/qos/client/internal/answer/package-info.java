/**
 * Handles incomplete answers of both transports: elements that cannot be decoded, and instruments that are missing.
 * This package knows no record and no format.
 */
@NullMarked
package hk.qos.client.internal.answer;

import org.jspecify.annotations.NullMarked;
