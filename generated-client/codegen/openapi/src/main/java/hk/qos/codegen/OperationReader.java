package hk.qos.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the paths of the document as methods. */
final class OperationReader {
    private static final String JSON = "application/json";

    private final OpenAPI document;
    private final Map<String, RecordModel> records;
    private final TakenNames taken;

    OperationReader(OpenAPI document, Map<String, RecordModel> records, TakenNames taken) {
        this.document = document;
        this.records = records;
        this.taken = taken;
    }

    List<OperationModel> read() {
        List<OperationModel> operations = new ArrayList<>();
        document.getPaths().forEach((path, item) -> operations.add(read(path, item)));
        return operations;
    }

    private OperationModel read(String path, PathItem item) {
        Map.Entry<PathItem.HttpMethod, Operation> only =
                item.readOperationsMap().entrySet().iterator().next();
        Operation operation = only.getValue();
        boolean hasBody = only.getKey() == PathItem.HttpMethod.POST;
        boolean known =
                hasBody || only.getKey() == PathItem.HttpMethod.GET || only.getKey() == PathItem.HttpMethod.DELETE;
        if (!known
                || item.readOperations().size() != 1
                || item.getParameters() != null
                || (hasBody ? ParameterSchemas.hasParameters(operation) : operation.getRequestBody() != null)) {
            throw new DocumentException(
                    path, "an interface is one POST with a body, or one GET or DELETE with parameters of its own");
        }
        Extensions extensions = Extensions.of(operation.getExtensions());
        String section = extensions.text("x-section");
        if (operation.getOperationId() == null || section == null) {
            throw new DocumentException(path, "needs operationId and x-section");
        }
        taken.checkMember(path, operation.getOperationId(), "operations");
        for (Former former : Former.of(extensions)) {
            taken.checkMember(path, former.former(), "operations");
        }
        RecordModel body = hasBody ? body(path, operation) : records.get(ParameterSchemas.recordName(operation));
        if (body != null) {
            body.fields().stream()
                    .filter(Field::required)
                    .forEach(field -> taken.checkMember(path + " " + field.wire(), field.name(), "arguments"));
        }
        RecordModel reply = reply(path, operation);
        RecordModel element = element(reply);
        OperationModel.Lists lists = lists(body);
        return new OperationModel(
                operation.getOperationId(),
                only.getKey().name(),
                path,
                ParameterSchemas.places(operation),
                section,
                Javadoc.text(operation.getSummary()),
                Javadoc.text(operation.getDescription()),
                Boolean.TRUE.equals(operation.getDeprecated()),
                extensions.isTrue("x-read-only"),
                needsApiKey(operation),
                extensions.text("x-permission"),
                extensions.number("x-requests-per-minute", 0),
                body,
                reply,
                element,
                lists,
                PagingModel.of(operation.getOperationId(), extensions.map("x-paging"), lists, element, records),
                Former.of(extensions));
    }

    private @Nullable RecordModel element(RecordModel reply) {
        AnswerParts parts = reply.answer();
        JavaType payload = parts == null ? reply.payload() : parts.data().type();
        return payload instanceof JavaType.ResultsOf results && results.item() instanceof JavaType.Named item
                ? records.get(item.source())
                : null;
    }

    private boolean needsApiKey(Operation operation) {
        List<?> own = operation.getSecurity();
        List<?> general = document.getSecurity();
        return own != null ? !own.isEmpty() : general != null && !general.isEmpty();
    }

    private @Nullable RecordModel body(String path, Operation operation) {
        return operation.getRequestBody() == null
                ? null
                : record(path + " request", operation.getRequestBody().getContent());
    }

    private RecordModel reply(String path, Operation operation) {
        ApiResponse ok = operation.getResponses().get("200");
        if (ok == null) {
            throw new DocumentException(path, "has no answer 200");
        }
        RecordModel reply = record(path + " answer", ok.getContent());
        if (reply.payload() == null) {
            throw new DocumentException(path, "its answer " + reply.name() + " is not the document's x-envelope");
        }
        return reply;
    }

    private RecordModel record(String place, @Nullable Content content) {
        Schema<?> schema = content == null || content.get(JSON) == null
                ? null
                : content.get(JSON).getSchema();
        String name = schema == null ? null : SchemaTypes.reference(schema);
        RecordModel found = name == null ? null : records.get(name);
        if (found == null) {
            throw new DocumentException(place, "needs a schema under components.schemas, as " + JSON);
        }
        return found;
    }

    /** The lists of a body decide how its method is called. */
    private OperationModel.Lists lists(@Nullable RecordModel body) {
        if (body == null) {
            return OperationModel.Lists.NONE;
        }
        List<Field> lists = body.fields().stream()
                .filter(field -> field.required() && field.type().isList())
                .toList();
        if (lists.size() != 1) {
            return OperationModel.Lists.NONE;
        }
        Field list = lists.get(0);
        if (list.type() instanceof JavaType.Codes) {
            return new OperationModel.Lists(list, OperationModel.Items.CODES, "", null);
        }
        if (list.type() instanceof JavaType.ListOf of && of.item() instanceof JavaType.Named named) {
            RecordModel item = records.get(named.source());
            Field codes = item == null ? null : item.oneMarket();
            if (item != null && codes != null) {
                return new OperationModel.Lists(list, OperationModel.Items.QUERIES, codes.name(), item.limited());
            }
        }
        return new OperationModel.Lists(list, OperationModel.Items.OTHERS, "", null);
    }
}
