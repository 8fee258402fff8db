package hk.qos.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The document that OpenAPI Generator itself sees: one plain object for each file to write. It supports neither the formats
 * of this project nor references between files of schemas, which {@link ApiModel} reads.
 */
final class GeneratorView {
    private GeneratorView() {}

    @SuppressWarnings("rawtypes")
    static void simplify(OpenAPI document, Collection<String> files) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (String name : files) {
            ObjectSchema object = new ObjectSchema();
            object.addProperty("value", new StringSchema());
            schemas.put(name, object);
        }
        document.getComponents().setSchemas(schemas);
        document.setPaths(new Paths());
    }
}
