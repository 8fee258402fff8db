/**
 * What goes wrong on demand. Here is kept what should go wrong and how often; the server asks before it acts and does
 * the harm itself.
 */
@NullMarked
package hk.qos.simulator.fault;

import org.jspecify.annotations.NullMarked;
