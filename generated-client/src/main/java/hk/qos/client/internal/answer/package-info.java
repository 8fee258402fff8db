/**
 * What becomes of the parts of an answer that cannot be read, and of what was asked for and did not come, on both
 * transports. Nothing here knows a record or a format.
 */
@NullMarked
package hk.qos.client.internal.answer;

import org.jspecify.annotations.NullMarked;
