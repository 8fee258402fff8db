package hk.qos.spec.diff.document;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;

import hk.qos.spec.diff.Change;
import hk.qos.spec.diff.Verdict;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
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
import org.openapitools.openapidiff.core.model.ChangedSecurityRequirements;
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
        for (Endpoint endpoint : api.getMissingEndpoints()) {
            add(BREAKING, name(endpoint), "is gone", "");
        }
        for (Endpoint endpoint : api.getNewEndpoints()) {
            add(ADDITIVE, name(endpoint), "is new", "");
        }
        api.getChangedOperations().forEach(this::operation);
    }

    private String name(Endpoint endpoint) {
        String id = endpoint.getOperation().getOperationId();
        return medium + " " + (id == null ? endpoint.getPathUrl() : id);
    }

    private void operation(ChangedOperation operation) {
        String id = operation.getNewOperation().getOperationId();
        String name = medium + " " + (id == null ? operation.getPathUrl() : id);
        if (differs(operation.getOperationId())) {
            add(BREAKING, name, "was called `" + operation.getOldOperation().getOperationId() + "`", "");
        }
        if (operation.isDeprecated()) {
            boolean now = Boolean.TRUE.equals(operation.getNewOperation().getDeprecated());
            add(ADDITIVE, name, now ? "is deprecated" : "is no longer deprecated", "");
        }
        parameters(operation.getParameters(), name);
        body(operation.getRequestBody(), name);
        answers(operation.getApiResponses(), name);
        security(operation.getSecurityRequirements(), name);
    }

    private void parameters(@Nullable ChangedParameters parameters, String operation) {
        if (parameters == null) {
            return;
        }
        for (Parameter gone : parameters.getMissing()) {
            add(BREAKING, gone.getName(), "parameter is gone", operation);
        }
        for (Parameter added : parameters.getIncreased()) {
            boolean required = Boolean.TRUE.equals(added.getRequired());
            add(
                    required ? BREAKING : ADDITIVE,
                    added.getName(),
                    required ? "is a new required parameter" : "is a new optional parameter",
                    operation);
        }
        for (ChangedParameter changed : parameters.getChanged()) {
            if (changed.isChangeRequired()) {
                boolean now = Boolean.TRUE.equals(changed.getNewParameter().getRequired());
                add(
                        now ? BREAKING : ADDITIVE,
                        changed.getName(),
                        now ? "parameter is now required" : "parameter is now optional",
                        operation);
            } else if (changed.isIncompatible() && changed.getSchema() == null) {
                add(BREAKING, changed.getName(), "parameter is written differently", operation);
            }
            new SchemaWalk(changes, operation, true).visit(changed.getSchema(), changed.getName());
        }
    }

    private void body(@Nullable ChangedRequestBody body, String operation) {
        if (body == null) {
            return;
        }
        if (body.isChangeRequired()) {
            boolean now = Boolean.TRUE.equals(body.getNewRequestBody().getRequired());
            add(now ? BREAKING : ADDITIVE, "request", now ? "is now required" : "is now optional", operation);
        }
        content(body.getContent(), operation, "request", true);
    }

    private void answers(@Nullable ChangedApiResponse answers, String operation) {
        if (answers == null) {
            return;
        }
        answers.getMissing().keySet().forEach(status -> add(BREAKING, "answer " + status, "is gone", operation));
        answers.getIncreased().keySet().forEach(status -> add(ADDITIVE, "answer " + status, "is new", operation));
        answers.getChanged().forEach((status, answer) -> answer(status, answer, operation));
    }

    private void answer(String status, ChangedResponse answer, String operation) {
        ChangedHeaders headers = answer.getHeaders();
        if (headers != null) {
            headers.getMissing().keySet().forEach(name -> add(BREAKING, name, "header is gone", operation));
            headers.getIncreased().keySet().forEach(name -> add(ADDITIVE, name, "is a new header", operation));
            headers.getChanged().forEach((name, header) -> header(name, header, operation));
        }
        content(answer.getContent(), operation, "answer " + status, false);
    }

    private void header(String name, ChangedHeader header, String operation) {
        if (header.isRequired()) {
            boolean now = Boolean.TRUE.equals(header.getNewHeader().getRequired());
            add(
                    now ? ADDITIVE : BREAKING,
                    name,
                    now ? "header is now always there" : "header may now be absent",
                    operation);
        }
        new SchemaWalk(changes, operation, false).visit(header.getSchema(), name);
    }

    private void content(@Nullable ChangedContent content, String operation, String part, boolean request) {
        if (content == null) {
            return;
        }
        content.getMissing().keySet().forEach(type -> add(BREAKING, part, "is no longer `" + type + "`", operation));
        content.getIncreased().keySet().forEach(type -> add(ADDITIVE, part, "can be `" + type + "`", operation));
        content.getChanged()
                .values()
                .forEach(type -> new SchemaWalk(changes, operation, request).visit(type.getSchema(), part));
    }

    private void security(@Nullable ChangedSecurityRequirements security, String operation) {
        if (security == null) {
            return;
        }
        if (security.getNewSecurityRequirements() == null
                || security.getNewSecurityRequirements().isEmpty()) {
            add(ADDITIVE, operation, "needs no key any more", "");
        } else if (security.isIncompatible() || !security.getMissing().isEmpty()) {
            add(BREAKING, operation, "asks for another key", "");
        } else {
            boolean free = security.getOldSecurityRequirements() == null
                    || security.getOldSecurityRequirements().isEmpty();
            add(free ? BREAKING : ADDITIVE, operation, free ? "now needs a key" : "accepts one more kind of key", "");
        }
    }

    private static boolean differs(@Nullable Changed changed) {
        return changed != null && changed.isDifferent();
    }

    private void add(Verdict verdict, String subject, String text, String operation) {
        changes.add(Change.of(verdict, subject, text, operation));
    }
}
