package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is paged: its {@code x-paging}.
 *
 * @param name the operation
 * @param most the documented maximum of items in a page
 * @param query the record of a query
 * @param codes the component of a query with its instruments
 * @param count the component of a query with the number of items
 * @param cursor the component of a query with the end of the page
 * @param element the record of an element of the answer
 * @param key the component of an element with its instrument
 * @param items the component of an element with its items
 * @param item the record of an item
 * @param time the component of an item that the cursor is compared with
 * @param unique whether an instrument has at most one item at a time
 */
record PagingModel(
        String name,
        int most,
        RecordModel query,
        String codes,
        Field count,
        Field cursor,
        RecordModel element,
        Field key,
        Field items,
        RecordModel item,
        Field time,
        boolean unique) {

    /** Reads it; null if the operation is not paged. */
    static @Nullable PagingModel of(
            String name,
            Extensions paging,
            OperationModel.Lists lists,
            @Nullable RecordModel element,
            Map<String, RecordModel> records) {
        if (paging.fields().isEmpty()) {
            return null;
        }
        Field list = lists.field();
        RecordModel query = list == null || lists.items() != OperationModel.Items.QUERIES
                ? null
                : records.get(Factory.itemOf(list));
        Field key = element == null ? null : element.code();
        if (list == null
                || query == null
                || !list.wire().equals(paging.text("queries"))
                || element == null
                || key == null) {
            throw new DocumentException(name, "x-paging needs a list of queries, and an answer with their instruments");
        }
        Field items = field(element, paging.text("items"));
        RecordModel item = records.get(Factory.itemOf(items));
        if (item == null) {
            throw new DocumentException(name, "x-paging needs items that are objects");
        }
        return new PagingModel(
                name,
                paging.number("most", 0),
                query,
                lists.codes(),
                field(query, paging.text("count")),
                field(query, paging.text("cursor")),
                element,
                key,
                items,
                item,
                field(item, paging.text("follows")),
                paging.isTrue("unique"));
    }

    private static Field field(RecordModel record, @Nullable String wire) {
        return record.fields().stream()
                .filter(field -> field.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new DocumentException(
                        record.name(), "x-paging names " + wire + ", which is no property of it"));
    }

    String constant() {
        return Names.constant(name);
    }

    /** Arguments of the query's constructor. */
    String arguments() {
        List<Field> fields = query.fields();
        return fields.stream().map(this::argument).collect(Collectors.joining(", "));
    }

    private String argument(Field field) {
        if (field.name().equals(codes)) {
            return "keys";
        }
        if (field.equals(count)) {
            return "count";
        }
        return field.equals(cursor) ? "end" : "query." + field.name() + "()";
    }

    /** The type arguments. */
    String types() {
        return query.name() + ", " + element.name() + ", " + item.name();
    }

    String queryName() {
        return query.name();
    }

    /** The condition that an item is about the key and of the query, as far as it says so. */
    String fits() {
        List<String> conditions = new ArrayList<>();
        Field itemKey = item.code();
        if (itemKey != null) {
            conditions.add("key.equals(item." + itemKey.name() + "())");
        }
        for (Field field : item.fields()) {
            boolean both = query.fields().stream()
                    .anyMatch(asked -> asked.wire().equals(field.wire())
                            && asked.name().equals(field.name())
                            && asked.type().equals(field.type()));
            if (both && field.type() instanceof JavaType.Named named && named.isEnum()) {
                String own = "item." + field.name() + "()";
                String same = own + " == query." + field.name() + "()";
                conditions.add(field.nullable() ? "(" + own + " == null || " + same + ")" : same);
            }
        }
        return conditions.isEmpty() ? "true" : String.join(" && ", conditions);
    }

    String itemName() {
        return item.name();
    }

    String keyOf() {
        return element.name() + "::" + key.name();
    }

    String itemsOf() {
        return element.name() + "::" + items.name();
    }

    String timeOf() {
        return item.name() + "::" + time.name();
    }
}
