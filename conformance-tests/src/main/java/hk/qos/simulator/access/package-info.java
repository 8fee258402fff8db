/** Access control: API keys and request rates. Nothing here looks at the content of a request. */
@NullMarked
package hk.qos.simulator.access;

import org.jspecify.annotations.NullMarked;
