/** Runs the commands in this process, against the simulator. */
@NullMarked
package hk.qos.cli;

import org.jspecify.annotations.NullMarked;
