/** What the code must not be: the arrows between packages, and the words of any one protocol. */
@NullMarked
package hk.qos.stream.rules;

import org.jspecify.annotations.NullMarked;
