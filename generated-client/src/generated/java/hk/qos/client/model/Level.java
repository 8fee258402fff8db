// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One price level of the order book.
 *
 * @param price Price of the level, in the trading currency. Null if absent.
 * @param volume Volume at the level, in the units of the market's volume; can be 0. Null if absent.
 */
public record Level(@Nullable BigDecimal price, @Nullable BigDecimal volume) {
}
