/**
 * Completes answers of both transports: elements in the order of the request, elements that cannot be decoded, instruments
 * that are missing, and answers of several requests. This package knows no record and no format.
 */
@NullMarked
package hk.qos.client.internal.answer;

import org.jspecify.annotations.NullMarked;
