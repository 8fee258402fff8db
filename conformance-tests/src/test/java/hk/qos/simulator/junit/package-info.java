/** Tests of the JUnit extension, and the README's example of it. */
@NullMarked
package hk.qos.simulator.junit;

import org.jspecify.annotations.NullMarked;
