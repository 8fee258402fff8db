/** Tests of the published artifacts' dependencies. */
@NullMarked
package hk.qos.published;

import org.jspecify.annotations.NullMarked;
