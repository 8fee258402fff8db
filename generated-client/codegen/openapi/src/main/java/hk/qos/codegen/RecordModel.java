package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema that becomes a record.
 *
 * @param payload the payload if the record is an envelope; else null
 * @param answer the parts of the payload, if the envelope has fields beside its data; else null
 * @param input whether callers make it, so that its constructor checks
 * @param body whether it is the whole body of a request or an answer, which only the Retrofit interface shows
 * @param factory its factory method; null if it has none
 * @param derived the values that it computes from its components
 * @param delimiter the separator of its parts if it is a text on the wire; null if it is an object
 */
record RecordModel(
        String name,
        List<String> documentation,
        List<Field> fields,
        @Nullable JavaType payload,
        @Nullable AnswerParts answer,
        boolean input,
        boolean body,
        @Nullable Factory factory,
        List<DerivedModel> derived,
        @Nullable String delimiter) {

    String packageName() {
        return body ? "hk.qos.client.api" : "hk.qos.client.model";
    }

    /** The statements of the canonical constructor. */
    List<String> checks() {
        return fields.stream()
                .flatMap(field -> (input ? InputChecks.of(field) : DataChecks.of(field)).stream())
                .toList();
    }

    boolean hasChecks() {
        return !checks().isEmpty();
    }

    /** Whether it has a builder: users create it, for requests or in their tests, and it has no factory method. */
    boolean hasBuilder() {
        return factory == null && payload == null && (input || !body);
    }

    /** How users create one, for a comment; null if they do not. */
    @Nullable
    String source() {
        return hasBuilder() ? "{@link #builder()}" : factory != null ? "{@code of}" : null;
    }

    /** The components as the builder has them. */
    List<BuilderField> built() {
        return fields.stream().map(BuilderField::new).toList();
    }

    /** The arguments of the constructor in the builder. */
    String builtArguments() {
        List<String> arguments = built().stream().map(BuilderField::argument).toList();
        return Arguments.lay(arguments, "            return new (".length() + name.length(), ");");
    }

    boolean hasSecret() {
        return fields.stream().anyMatch(Field::secret);
    }

    boolean isEnvelope() {
        return payload != null;
    }

    /** The payload of an answer without one; null if it is required. */
    @Nullable
    String none() {
        if (answer != null) {
            return answer.none();
        }
        if (payload instanceof JavaType.ResultsOf) {
            return "Results.empty()";
        }
        return payload instanceof JavaType.ResultsMapOf ? "ResultsMap.empty()" : null;
    }

    /** The component with the code of its instrument; null if it has none. */
    @Nullable
    Field code() {
        return fields.stream()
                .filter(field -> field.type() instanceof JavaType.Scalar scalar
                        && scalar.codec().equals("code"))
                .findFirst()
                .orElse(null);
    }

    /** Whether it implements {@code InstrumentData}. */
    boolean isInstrumentData() {
        Field code = code();
        return !input && !body && code != null && code.required() && code.name().equals("code");
    }

    boolean isDelimited() {
        return delimiter != null;
    }

    /** All components as arguments of the constructor, after {@code return new Name(} and before {@code );}. */
    String names() {
        List<String> names = fields.stream().map(Field::name).toList();
        return Arguments.lay(names, "        return new (".length() + name.length(), ");");
    }

    /** The arguments of the constructor after reading: an absent list or map is empty. */
    String readNames() {
        List<String> names = fields.stream()
                .map(field -> field.emptyIfAbsent() && !field.required()
                        ? field.name() + " == null ? " + field.absent() + " : " + field.name()
                        : field.name())
                .toList();
        return Arguments.lay(names, "        return new (".length() + name.length(), ");");
    }

    String declarations() {
        return fields.stream().map(Field::declared).collect(Collectors.joining(",\n        "));
    }

    /** Whether the declaration fits on one line. */
    boolean isShort() {
        int envelope = payload == null
                ? isInstrumentData() ? " implements InstrumentData".length() : 0
                : " implements Envelope<>".length() + payload.source().length();
        return "public record () {".length()
                        + name.length()
                        + declarationsInLine().length()
                        + envelope
                <= 120;
    }

    String declarationsInLine() {
        return fields.stream().map(Field::declared).collect(Collectors.joining(", "));
    }

    String wireNames() {
        List<String> names =
                fields.stream().map(field -> '"' + field.wire() + '"').toList();
        return Arguments.lay(names, "            JsonReader.Options.of(".length(), ");");
    }

    /** The component whose codes must be of one market on the wire; null if there is none. */
    @Nullable
    Field oneMarket() {
        return fields.stream()
                .filter(field -> field.type() instanceof JavaType.Codes codes && codes.onlyOneMarket())
                .findFirst()
                .orElse(null);
    }

    /** The required component that a limit of the plan bounds; null if there is none. */
    @Nullable
    Field limited() {
        return fields.stream()
                .filter(field ->
                        field.required() && Extensions.of(field.value()).has("x-limit"))
                .findFirst()
                .orElse(null);
    }

    /** All arguments of the constructor, where {@code given} stands for the codes. */
    String oneMarketArguments() {
        Field market = oneMarket();
        String codes = market == null ? "" : market.name();
        return fields.stream()
                .map(field -> field.name().equals(codes) ? "given" : "query." + field.name() + "()")
                .collect(Collectors.joining(", "));
    }

    /** A component with its place. */
    record Indexed(int index, Field field) {}

    List<Indexed> indexed() {
        List<Indexed> indexed = new ArrayList<>();
        fields.forEach(field -> indexed.add(new Indexed(indexed.size(), field)));
        return indexed;
    }

    int size() {
        return fields.size();
    }

    String recordName() {
        return name;
    }

    String recordNames() {
        return names();
    }
}
