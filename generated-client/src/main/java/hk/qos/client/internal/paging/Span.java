package hk.qos.client.internal.paging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The items of one key that are wanted.
 *
 * @param from the first moment; null for no bound
 * @param to the moment after the last; null for no bound
 * @param count the number of items, the newest of the span; {@link Long#MAX_VALUE} for all
 */
public record Span(@Nullable Instant from, @Nullable Instant to, long count) {}
