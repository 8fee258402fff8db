package hk.qos.client.internal.paging;

import java.time.Instant;

/** An item with its key and its moment. */
public record Item<I>(String key, Instant time, I item) {}
