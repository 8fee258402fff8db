/**
 * The simulator in users' own tests: a JUnit 5 extension that starts it, makes clients for it and closes both. Nothing
 * else of the simulator knows JUnit or the client, and JUnit comes from the users' own class path.
 */
@NullMarked
package hk.qos.simulator.junit;

import org.jspecify.annotations.NullMarked;
