/**
 * Who may ask, and how often: keys, and requests a minute. What a request says is none of its business.
 */
@NullMarked
package hk.qos.simulator.access;

import org.jspecify.annotations.NullMarked;
