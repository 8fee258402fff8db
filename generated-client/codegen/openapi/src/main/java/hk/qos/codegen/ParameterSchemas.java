package hk.qos.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of an operation without a body, as the schema of an object: callers create its record, which checks them. */
final class ParameterSchemas {
    private ParameterSchemas() {}

    /** The schemas of all operations with parameters, by the name of the record. */
    static Map<String, Schema<?>> of(OpenAPI document) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        for (PathItem item : document.getPaths().values()) {
            for (Operation operation : item.readOperations()) {
                if (hasParameters(operation)) {
                    schemas.put(recordName(operation), schema(operation));
                }
            }
        }
        return schemas;
    }

    static boolean hasParameters(Operation operation) {
        return operation.getParameters() != null && !operation.getParameters().isEmpty();
    }

    /** The record that the parameters of an operation become. */
    static String recordName(Operation operation) {
        String name = operation.getOperationId();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Request";
    }

    /** Where each parameter is sent: {@code path} or {@code query}. */
    static Map<String, String> places(Operation operation) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            places.put(parameter.getName(), parameter.getIn());
        }
        return places;
    }

    private static Schema<?> schema(Operation operation) {
        ObjectSchema schema = new ObjectSchema();
        schema.setDescription("The parameters of `" + operation.getOperationId() + "`.");
        for (Parameter parameter : operation.getParameters()) {
            Schema<?> value = parameter.getSchema();
            Schema<?> property = value.get$ref() == null ? value : new Schema<>().addAllOfItem(value);
            property.setDescription(parameter.getDescription());
            if (parameter.getExtensions() != null) {
                parameter.getExtensions().forEach(property::addExtension);
            }
            schema.addProperty(parameter.getName(), property);
            if (Boolean.TRUE.equals(parameter.getRequired())) {
                schema.addRequiredItem(parameter.getName());
            }
        }
        return schema;
    }
}
