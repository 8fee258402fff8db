package hk.qos.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole document as Java.
 *
 * @param success the status of a successful answer, as a literal
 * @param refusedKey the pattern of a refusal of the key, as a literal
 */
record ApiModel(
        Map<String, RecordModel> recordsByName,
        Map<String, EnumModel> enumsByName,
        List<OperationModel> operations,
        CodeModel codes,
        List<HoursModel> hours,
        ReadingModel reading,
        List<LimitModel> limits,
        @Nullable RecordModel permissions,
        String server,
        String keyHeader,
        String success,
        String refusedKey) {

    /** A limit of the document's plan. */
    record LimitModel(String name, String constant, String value) {}

    /** An operation's constant, and the component of the permissions record with its limits. */
    record PermittedModel(String constant, String component) {}

    static ApiModel of(OpenAPI document) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        document.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, schema));
        Map<String, Schema<?>> parameters = ParameterSchemas.of(document);
        parameters.forEach((name, schema) -> {
            if (schemas.put(name, schema) != null) {
                throw new DocumentException(name, "is a schema, and the record of parameters: choose another name");
            }
        });
        SchemaTypes types = new SchemaTypes(schemas, FormatTable.load());
        Extensions extensions = Extensions.of(document.getExtensions());
        Extensions envelope = extensions.map("x-envelope");
        TakenNames taken = TakenNames.load();
        taken.checkComplete(KnownClasses.NAMES);
        Set<String> inputs = inputs(document, types);
        parameters.values().forEach(schema -> collect(schema, types, inputs));
        inputs.addAll(parameters.keySet());
        Set<String> bodies = bodies(document);
        bodies.addAll(parameters.keySet());
        RecordReader reader = new RecordReader(types, envelope, inputs, bodies, taken);
        Map<String, RecordModel> records = new TreeMap<>();
        Map<String, EnumModel> enums = new TreeMap<>();
        schemas.forEach((name, schema) -> {
            JavaType.Named.Kind kind = SchemaTypes.reference(schema) == null ? types.kind(schema) : null;
            if (kind != null) {
                taken.checkClass(name);
            }
            if (kind == JavaType.Named.Kind.RECORD || kind == JavaType.Named.Kind.DELIMITED) {
                RecordModel record = reader.read(name, schema);
                records.put(name, record);
                AnswerParts parts = record.answer();
                if (parts != null && !schemas.containsKey(parts.answerName())) {
                    records.put(parts.answerName(), reader.answer(record, parts));
                } else if (parts != null) {
                    throw new DocumentException(
                            parts.answerName(), "is a schema, and the record of " + name + ": choose another name");
                }
            } else if (kind != null) {
                enums.put(name, EnumModel.of(name, schema));
            }
        });
        List<OperationModel> operations = new OperationReader(document, records, taken).read();
        return new ApiModel(
                records,
                enums,
                operations,
                CodeModel.of(schemas, enums),
                HoursModel.all(schemas, enums),
                ReadingModel.of(extensions),
                limits(extensions.map("x-limits")),
                permissions(operations, records.values()),
                document.getServers().get(0).getUrl(),
                keyHeader(document),
                Preset.quoted(envelope.text("ok", "")),
                Preset.quoted(envelope.text("refused-key", "")));
    }

    private static List<LimitModel> limits(Extensions limits) {
        List<LimitModel> all = new ArrayList<>();
        limits.fields().forEach((name, value) -> {
            all.add(new LimitModel(name, Names.constant(name), String.valueOf(value)));
        });
        return all;
    }

    private static String keyHeader(OpenAPI document) {
        return document.getComponents().getSecuritySchemes().values().stream()
                .filter(scheme -> String.valueOf(scheme.getIn()).equals("header"))
                .findFirst()
                .orElseThrow(() -> new DocumentException("components.securitySchemes", "none is a header"))
                .getName();
    }

    /** The record that has a component for each permission that an operation names. */
    private static @Nullable RecordModel permissions(List<OperationModel> operations, Collection<RecordModel> records) {
        List<String> names = operations.stream()
                .map(OperationModel::permission)
                .filter(name -> name != null)
                .toList();
        return names.isEmpty()
                ? null
                : records.stream()
                        .filter(candidate -> candidate.fields().stream()
                                .map(Field::wire)
                                .toList()
                                .containsAll(names))
                        .findFirst()
                        .orElseThrow(() -> new DocumentException("x-permission", "no schema has all of " + names));
    }

    /** The schemas that requests use. */
    private static Set<String> inputs(OpenAPI document, SchemaTypes types) {
        Set<String> names = new HashSet<>();
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null)
                .map(body -> body.getContent() == null ? new Content() : body.getContent())
                .flatMap(content -> content.values().stream())
                .map(MediaType::getSchema)
                .forEach(schema -> collect(schema, types, names));
        return names;
    }

    /** The schemas that are the whole body of a request or an answer. */
    private static Set<String> bodies(OpenAPI document) {
        Set<String> names = new HashSet<>();
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(ApiModel::contents)
                .flatMap(content -> content.values().stream())
                .map(MediaType::getSchema)
                .map(SchemaTypes::reference)
                .filter(name -> name != null)
                .forEach(names::add);
        return names;
    }

    private static Stream<Content> contents(Operation operation) {
        Stream<Content> request = operation.getRequestBody() == null
                ? Stream.empty()
                : Stream.of(operation.getRequestBody().getContent());
        Stream<Content> answers = operation.getResponses().values().stream().map(ApiResponse::getContent);
        return Stream.concat(request, answers).filter(content -> content != null);
    }

    private static void collect(@Nullable Schema<?> schema, SchemaTypes types, Set<String> names) {
        if (schema == null) {
            return;
        }
        String name = SchemaTypes.reference(schema);
        if (name != null && !names.add(name)) {
            return;
        }
        Schema<?> target = types.resolved("request", schema);
        collect(target.getItems(), types, names);
        if (target.getProperties() != null) {
            target.getProperties().values().forEach(property -> collect(property, types, names));
        }
    }

    /** The full names of the classes that templates may name. */
    List<String> classes() {
        List<String> classes = new ArrayList<>(KnownClasses.NAMES);
        recordsByName.values().forEach(each -> classes.add(each.packageName() + "." + each.name()));
        enumsByName.keySet().forEach(name -> classes.add("hk.qos.client.model." + name));
        return classes;
    }

    List<RecordModel> records() {
        return List.copyOf(recordsByName.values());
    }

    List<String> modelNames() {
        Set<String> names = new TreeSet<>(recordsByName.keySet());
        names.addAll(enumsByName.keySet());
        return List.copyOf(names);
    }

    /** The records of queries, which requests split by market. */
    List<RecordModel> queries() {
        return operations.stream()
                .filter(OperationModel::takesQueries)
                .map(operation -> recordsByName.get(operation.item()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How operations are paged, of those that are. */
    List<PagingModel> paged() {
        return operations.stream()
                .map(OperationModel::paging)
                .filter(Objects::nonNull)
                .toList();
    }

    boolean hasQueries() {
        return !queries().isEmpty();
    }

    /** The operations that a permission limits. */
    List<PermittedModel> permitted() {
        List<PermittedModel> all = new ArrayList<>();
        List<Field> fields = permissions == null ? List.of() : permissions.fields();
        for (OperationModel operation : operations) {
            fields.stream()
                    .filter(field -> field.wire().equals(operation.permission()))
                    .forEach(field -> all.add(new PermittedModel(operation.constant(), field.name())));
        }
        return all;
    }

    /** The Java type of one permission. */
    String permissionType() {
        return permissions == null ? "" : permissions.fields().get(0).type().source();
    }
}
