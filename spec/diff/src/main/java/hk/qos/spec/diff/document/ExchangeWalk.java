package hk.qos.spec.diff.document;

import hk.qos.spec.diff.Change;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeader;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.Endpoint;

/** Walks what openapi-diff found from operations down to payloads, and gives each difference its verdict. */
final class ExchangeWalk {
    private final String medium;
    private final List<Change> changes = new ArrayList<>();

    ExchangeWalk(String medium) {
        this.medium = medium;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    void visit(ChangedOpenApi api) {
        api.getMissingEndpoints().forEach(endpoint -> add(ClassOfChange.OPERATION_GONE, name(endpoint), ""));
        api.getNewEndpoints().forEach(endpoint -> add(ClassOfChange.NEW_OPERATION, name(endpoint), ""));
        for (ChangedOperation operation : api.getChangedOperations()) {
            operation(operation);
            security(
                    keys(operation.getOldOperation(), api.getOldSpecOpenApi()),
                    keys(operation.getNewOperation(), api.getNewSpecOpenApi()),
                    name(operation));
        }
    }

    private String name(ChangedOperation operation) {
        String id = operation.getNewOperation().getOperationId();
        return medium + " " + (id == null ? operation.getPathUrl() : id);
    }

    private String name(Endpoint endpoint) {
        String id = endpoint.getOperation().getOperationId();
        return medium + " " + (id == null ? endpoint.getPathUrl() : id);
    }

    private void operation(ChangedOperation operation) {
        Operation before = operation.getOldOperation();
        Operation after = operation.getNewOperation();
        String name = name(operation);
        if (!Objects.equals(before.getOperationId(), after.getOperationId())) {
            add(ClassOfChange.OPERATION_RENAMED, name, "", String.valueOf(before.getOperationId()));
        }
        boolean deprecated = Boolean.TRUE.equals(after.getDeprecated());
        if (deprecated != Boolean.TRUE.equals(before.getDeprecated())) {
            add(deprecated ? ClassOfChange.DEPRECATED : ClassOfChange.NOT_DEPRECATED, name, "");
        }
        parameters(operation.getParameters(), name);
        body(operation.getRequestBody(), name);
        answers(operation.getApiResponses(), name);
    }

    private void parameters(@Nullable ChangedParameters parameters, String operation) {
        if (parameters == null) {
            return;
        }
        for (Parameter gone : parameters.getMissing()) {
            add(ClassOfChange.PARAMETER_GONE, gone.getName(), operation);
        }
        for (Parameter added : parameters.getIncreased()) {
            boolean required = Boolean.TRUE.equals(added.getRequired());
            add(
                    required ? ClassOfChange.NEW_REQUIRED_PARAMETER : ClassOfChange.NEW_OPTIONAL_PARAMETER,
                    added.getName(),
                    operation);
        }
        for (ChangedParameter changed : parameters.getChanged()) {
            if (changed.isChangeRequired()) {
                boolean now = Boolean.TRUE.equals(changed.getNewParameter().getRequired());
                add(
                        now ? ClassOfChange.PARAMETER_REQUIRED : ClassOfChange.PARAMETER_OPTIONAL,
                        changed.getName(),
                        operation);
            }
            if (changed.isChangeStyle() || changed.isChangeExplode()) {
                add(ClassOfChange.PARAMETER_WRITTEN, changed.getName(), operation);
            }
            new SchemaWalk(changes, operation, true).visit(changed.getSchema(), changed.getName());
        }
    }

    private void body(@Nullable ChangedRequestBody body, String operation) {
        if (body == null) {
            return;
        }
        if (body.getOldRequestBody() == null || body.getNewRequestBody() == null) {
            boolean added = body.getOldRequestBody() == null;
            add(added ? ClassOfChange.NEW_REQUEST : ClassOfChange.REQUEST_GONE, operation, "");
            return;
        }
        if (body.isChangeRequired()) {
            boolean now = Boolean.TRUE.equals(body.getNewRequestBody().getRequired());
            add(now ? ClassOfChange.REQUEST_REQUIRED : ClassOfChange.REQUEST_OPTIONAL, "request", operation);
        }
        content(body.getContent(), operation, "request", true);
    }

    private void answers(@Nullable ChangedApiResponse answers, String operation) {
        if (answers == null) {
            return;
        }
        answers.getMissing().keySet().forEach(status -> add(ClassOfChange.ANSWER_GONE, "answer " + status, operation));
        answers.getIncreased().keySet().forEach(status -> add(ClassOfChange.NEW_ANSWER, "answer " + status, operation));
        answers.getChanged().forEach((status, answer) -> answer(status, answer, operation));
    }

    private void answer(String status, ChangedResponse answer, String operation) {
        ChangedHeaders headers = answer.getHeaders();
        if (headers != null) {
            headers.getMissing().keySet().forEach(name -> add(ClassOfChange.HEADER_GONE, name, operation));
            headers.getIncreased().keySet().forEach(name -> add(ClassOfChange.NEW_HEADER, name, operation));
            headers.getChanged().forEach((name, header) -> header(name, header, operation));
        }
        content(answer.getContent(), operation, "answer " + status, false);
    }

    private void header(String name, ChangedHeader header, String operation) {
        if (header.isRequired()) {
            boolean now = Boolean.TRUE.equals(header.getNewHeader().getRequired());
            add(now ? ClassOfChange.HEADER_REQUIRED : ClassOfChange.HEADER_OPTIONAL, name, operation);
        }
        new SchemaWalk(changes, operation, false).visit(header.getSchema(), name);
    }

    private void content(@Nullable ChangedContent content, String operation, String part, boolean request) {
        if (content == null) {
            return;
        }
        content.getMissing().keySet().forEach(type -> add(ClassOfChange.MEDIA_TYPE_GONE, part, operation, type));
        content.getIncreased().keySet().forEach(type -> add(ClassOfChange.NEW_MEDIA_TYPE, part, operation, type));
        content.getChanged()
                .values()
                .forEach(type -> new SchemaWalk(changes, operation, request).visit(type.getSchema(), part));
    }

    /** Each way to be let in is a set of keys. */
    private void security(Set<Set<String>> before, Set<Set<String>> after, String operation) {
        if (before.equals(after)) {
            return;
        }
        if (after.isEmpty()) {
            add(ClassOfChange.NO_KEY, operation, "");
        } else if (before.isEmpty()) {
            add(ClassOfChange.NOW_A_KEY, operation, "");
        } else {
            add(after.containsAll(before) ? ClassOfChange.ONE_MORE_KEY : ClassOfChange.OTHER_KEY, operation, "");
        }
    }

    /** What the operation asks for or, if it says nothing, the document. */
    private static Set<Set<String>> keys(Operation operation, OpenAPI document) {
        List<SecurityRequirement> own = operation.getSecurity();
        List<SecurityRequirement> asked = own == null ? document.getSecurity() : own;
        return asked == null
                ? Set.of()
                : asked.stream().map(SecurityRequirement::keySet).collect(Collectors.toUnmodifiableSet());
    }

    private void add(ClassOfChange change, String subject, String operation, Object... values) {
        changes.add(Change.of(change.verdict(false), subject, change.text(false, values), operation));
    }
}
