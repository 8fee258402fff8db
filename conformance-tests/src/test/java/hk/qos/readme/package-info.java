@NullMarked
package hk.qos.readme;

import org.jspecify.annotations.NullMarked;
