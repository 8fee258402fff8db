/**
 * The JUnit 5 extension for users' tests: it starts the simulator, creates clients for it and closes both. No other
 * package of the simulator uses JUnit or the client. JUnit comes from the user's class path.
 */
@NullMarked
package hk.qos.simulator.junit;

import org.jspecify.annotations.NullMarked;
