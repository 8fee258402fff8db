package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP interface.
 *
 * @param method of HTTP, in capitals
 * @param places where each parameter is sent, {@code path} or {@code query}, by its name on the wire
 * @param description what it does, as one escaped sentence or more
 * @param body the record that is sent; null if there is none
 * @param reply the record that is answered
 * @param element of the list that is the answer's payload; null if it is not a list of records
 * @param paging how more items than one answer has are asked for; null if they cannot be
 * @param formerNames other names, under which deprecated methods forward
 */
record OperationModel(
        String name,
        String method,
        String path,
        Map<String, String> places,
        String section,
        String summary,
        String description,
        boolean deprecated,
        boolean readOnly,
        boolean needsApiKey,
        @Nullable String permission,
        int requestsPerMinute,
        @Nullable RecordModel body,
        RecordModel reply,
        @Nullable RecordModel element,
        Lists lists,
        @Nullable PagingModel paging,
        List<Former> formerNames) {

    /** The items of the required list, which decide how instruments are counted. */
    enum Items {
        NONE,
        CODES,
        QUERIES,
        OTHERS
    }

    /**
     * The only required list.
     *
     * @param codes the component of its items, if they are queries, that holds their codes
     * @param limited the component of its items, if they are queries, with {@code x-limit}
     */
    record Lists(
            @Nullable Field field,
            Items items,
            String codes,
            @Nullable Field limited) {
        static final Lists NONE = new Lists(null, Items.NONE, "", null);
    }

    String constant() {
        return Names.constant(name);
    }

    boolean hasOwnRate() {
        return requestsPerMinute > 0;
    }

    /** For Retrofit: the path below the base URL. */
    String relativePath() {
        return path.substring(1);
    }

    /** The result type of the methods. */
    String result() {
        return reply.payload() == null ? "Void" : reply.payload().source();
    }

    /** The expression that adds the missing instruments to the answer. */
    private String finish(String codes) {
        if (isMapByCode()) {
            return ofAnswer("Missing.codeKeys(CodeSpelling.spellings(" + codes + "))");
        }
        Field code = element == null ? null : element.code();
        return element == null || code == null
                ? "UnaryOperator.identity()"
                : ofAnswer("Missing.of(CodeSpelling.spellings(" + codes + "), " + element.name() + "::" + code.name()
                        + ")");
    }

    /** The type of the answer's data, which is the payload unless that has other fields beside it. */
    private @Nullable JavaType data() {
        return reply.answer() == null ? reply.payload() : reply.answer().data().type();
    }

    private String ofAnswer(String finish) {
        return reply.answer() == null ? finish : reply.answer().within(finish);
    }

    boolean isResults() {
        return reply.payload() instanceof JavaType.ResultsOf;
    }

    String finishCodes() {
        Field list = list();
        return finish(list == null ? "" : list.name());
    }

    /** Queries can ask for an instrument several times, so that their answer is ordered by all codes. */
    String finishQueries() {
        String codes = "codes(asked, " + item() + "::" + lists.codes() + ")";
        Field code = element == null ? null : element.code();
        return element == null || code == null
                ? finish(codes)
                : ofAnswer("Missing.of(" + codes + ", " + element.name() + "::" + code.name() + ")");
    }

    /** Whether the answer is a list of elements with codes. */
    private boolean hasCodes() {
        return element != null && element.code() != null;
    }

    private boolean isMapByCode() {
        return data() instanceof JavaType.ResultsMapOf map
                && map.key() instanceof JavaType.Scalar key
                && key.codec().equals("code");
    }

    /** Whether elements of the answer come in the order of the request. */
    boolean ordered() {
        return (takesCodes() || takesQueries()) && hasCodes();
    }

    /** Whether a call with many instruments can be several requests: their answers must be nothing but elements. */
    boolean splits() {
        return (takesCodes() || takesQueries()) && reply.answer() == null && (hasCodes() || isMapByCode());
    }

    /** How the answers of several requests are joined. */
    String joining() {
        return isMapByCode() ? "Joining.maps()" : "Joining.results()";
    }

    /** The expression of the requested keys that are missing from the answer. */
    String finishOthers() {
        return data() instanceof JavaType.ResultsMapOf map && map.key().source().equals(item())
                ? ofAnswer("Missing.keys(given)")
                : "UnaryOperator.identity()";
    }

    boolean isResultsMap() {
        return reply.payload() instanceof JavaType.ResultsMapOf;
    }

    String finishBody() {
        Field list = list();
        return list != null && takesCodes() ? finish("request." + list.name() + "()") : "UnaryOperator.identity()";
    }

    /** The parameters of the Retrofit method. */
    String apiParameters() {
        if (body == null) {
            return "";
        }
        if (places.isEmpty()) {
            return "@Body " + body.name() + " request";
        }
        return body.fields().stream()
                .map(field -> new WireParameter(field, String.valueOf(places.get(field.wire()))).declared())
                .collect(Collectors.joining(", "));
    }

    /** The names of these parameters. */
    String apiNames() {
        if (body == null) {
            return "";
        }
        return places.isEmpty()
                ? "request"
                : body.fields().stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /** The same as {@link #apiParameters}, without annotations of Retrofit. */
    String apiDeclared() {
        return apiParameters().replaceAll("@(Body|Path|Query)(\\(\"[^\"]*\"\\))? ", "");
    }

    /** The arguments of the Retrofit method, from a checked body or parameters. */
    String apiArguments() {
        if (places.isEmpty()) {
            return "body";
        }
        return body == null
                ? ""
                : body.fields().stream()
                        .map(field -> new WireParameter(field, "").argument())
                        .collect(Collectors.joining(", "));
    }

    List<String> documentation() {
        return Javadoc.wrap(description + " Section " + section + ".");
    }

    /** The fields that are parameters; optional ones are set by the whole body only. */
    private List<Field> required() {
        return body == null
                ? List.of()
                : body.fields().stream().filter(Field::required).toList();
    }

    boolean hasOptions() {
        return body != null && required().size() < body.fields().size();
    }

    @Nullable
    Field list() {
        return lists.field();
    }

    /** The component of queries that a limit of the plan bounds. */
    @Nullable
    Field limited() {
        return lists.limited();
    }

    /** The list, if there is a method with a variable number of arguments. */
    @Nullable
    Field oneByOne() {
        return Factory.oneByOne(list());
    }

    String item() {
        return list() == null ? "" : Factory.itemOf(list());
    }

    /** Parameters before the list. */
    List<Field> lead() {
        return required().stream().filter(field -> !field.equals(list())).toList();
    }

    String leadDeclared() {
        return lead().stream().map(field -> field.declared() + ", ").collect(Collectors.joining());
    }

    String leadNames() {
        return lead().stream().map(field -> field.name() + ", ").collect(Collectors.joining());
    }

    /** Whether all parameters before the list have a default, so that a method can leave them out. */
    boolean hasPresetLead() {
        return list() != null && !lead().isEmpty() && lead().stream().allMatch(field -> field.preset() != null);
    }

    String leadPresets() {
        return lead().stream().map(field -> field.preset() + ", ").collect(Collectors.joining());
    }

    /** For a comment. */
    String leadPresetWords() {
        return lead().stream()
                .map(field -> "{@code " + field.name() + "} " + field.presetText())
                .collect(Collectors.joining(" and "));
    }

    String listName() {
        return list() == null ? "" : list().name();
    }

    /** All parameters, the list as a collection. */
    String declared() {
        List<String> all = new ArrayList<>(lead().stream().map(Field::declared).toList());
        if (list() != null) {
            all.add("Collection<" + item() + "> " + list().name());
        }
        return String.join(", ", all);
    }

    String names() {
        List<String> all = new ArrayList<>(lead().stream().map(Field::name).toList());
        if (list() != null) {
            all.add(list().name());
        }
        return String.join(", ", all);
    }

    /** Arguments of the body's constructor, where {@code given} stands for the list. */
    String bodyArguments() {
        return body == null
                ? ""
                : body.fields().stream()
                        .map(field -> field.equals(list()) ? "given" : field.required() ? field.name() : field.absent())
                        .collect(Collectors.joining(", "));
    }

    /** The same, where the queries of the whole call are sent. */
    String bodyArgumentsOfSingle() {
        return bodyArguments().replaceAll("\\bgiven\\b", "single");
    }

    /** Arguments of the constructor for a part of a {@code request}, where {@code given} stands for the list. */
    String partArguments() {
        return body == null
                ? ""
                : body.fields().stream()
                        .map(field -> field.equals(list()) ? "given" : "request." + field.name() + "()")
                        .collect(Collectors.joining(", "));
    }

    List<List<String>> parameters() {
        List<Field> all = new ArrayList<>(lead());
        if (list() != null) {
            all.add(list());
        }
        return all.stream().map(Field::documentation).toList();
    }

    boolean takesCodes() {
        return lists.items() == Items.CODES;
    }

    boolean takesQueries() {
        return lists.items() == Items.QUERIES;
    }

    boolean takesOthers() {
        return lists.items() == Items.OTHERS;
    }

    boolean sendsBody() {
        return body != null;
    }

    boolean takesNoList() {
        return lists.items() == Items.NONE;
    }

    // Inside a list, its own name hides that of the operation.

    String operationName() {
        return name;
    }

    /** The result type of blocking methods. */
    String boxedResult() {
        return result();
    }

    /** For a link to the method that takes a collection. */
    String leadTypes() {
        return lead().stream().map(field -> field.bare() + ", ").collect(Collectors.joining());
    }

    String declaredTypes() {
        List<String> all = new ArrayList<>(lead().stream().map(Field::bare).toList());
        if (list() != null) {
            all.add("Collection");
        }
        return String.join(", ", all);
    }
}
