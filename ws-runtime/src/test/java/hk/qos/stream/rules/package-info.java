/** Rules for the code: dependencies between packages and classes, and no word of any one protocol. */
@NullMarked
package hk.qos.stream.rules;

import org.jspecify.annotations.NullMarked;
