package hk.qos.simulator.spec;

import org.jspecify.annotations.Nullable;

/**
 * How an interface is paged: the document's {@code x-paging}.
 *
 * @param queries the list of queries in the body
 * @param cursor the field of a query with the end of the page
 * @param most the documented maximum of items in a page
 * @param inclusive whether an item at the cursor is in the page
 */
public record Paging(String queries, String cursor, int most, boolean inclusive) {
    static @Nullable Paging of(DocumentNode operation) {
        DocumentNode paging = operation.member("x-paging");
        return paging.exists()
                ? new Paging(
                        paging.text("queries", ""),
                        paging.text("cursor", ""),
                        paging.node().path("most").asInt(Integer.MAX_VALUE),
                        paging.node().path("inclusive").asBoolean(true))
                : null;
    }
}
