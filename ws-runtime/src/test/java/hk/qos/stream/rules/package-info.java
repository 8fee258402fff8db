/** Rules for the code: dependencies between packages and classes, and no terms of a specific protocol. */
@NullMarked
package hk.qos.stream.rules;

import org.jspecify.annotations.NullMarked;
