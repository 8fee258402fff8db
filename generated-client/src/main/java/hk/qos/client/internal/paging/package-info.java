/**
 * Walks through more items than one answer has, page by page from the newest to the oldest. This package knows no operation
 * and no record; generated code tells it how an operation is paged.
 *
 * <pre>
 * History -> PageSpliterator (blocks) or PagePublisher (demand)
 *   PageRun -> Pager -> KeyProgress     which page is next, and which of its items are new
 *     Paging     how the operation is paged, generated from x-paging
 * </pre>
 */
@NullMarked
package hk.qos.client.internal.paging;

import org.jspecify.annotations.NullMarked;
