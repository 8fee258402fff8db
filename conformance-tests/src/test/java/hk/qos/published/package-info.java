/** What the published artifacts bring into other people's builds. */
@NullMarked
package hk.qos.published;

import org.jspecify.annotations.NullMarked;
