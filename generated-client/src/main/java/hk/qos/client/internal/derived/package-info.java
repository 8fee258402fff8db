/** What records compute from their components. This package knows no record. */
@NullMarked
package hk.qos.client.internal.derived;

import org.jspecify.annotations.NullMarked;
