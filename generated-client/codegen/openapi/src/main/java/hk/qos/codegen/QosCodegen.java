package hk.qos.codegen;

import com.samskivert.mustache.Mustache;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelsMap;

/**
 * The entry point of OpenAPI Generator: which template makes which file. The templates print an {@link ApiModel}, which is
 * read from the whole document before anything is written, so that an invalid document changes no file.
 */
public final class QosCodegen extends AbstractJavaCodegen {
    private static final String ROOT = "hk.qos.client";
    private static final String RECORD = "model.mustache";
    private static final String ADAPTER = "adapter.mustache";

    public QosCodegen() {
        embeddedTemplateDir = "qos";
        templateDir = "qos";
        modelPackage = ROOT + ".model";
        apiPackage = ROOT + ".api";
        sourceFolder = "";
        apiTemplateFiles.clear();
        apiTestTemplateFiles.clear();
        apiDocTemplateFiles.clear();
        modelTestTemplateFiles.clear();
        modelDocTemplateFiles.clear();
        modelTemplateFiles.clear();
        modelTemplateFiles.put(RECORD, ".java");
        modelTemplateFiles.put(ADAPTER, "Adapter.java");
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return "qos";
    }

    @Override
    public String getHelp() {
        return "Records, Moshi adapters, a Retrofit interface and the typed faces on it.";
    }

    @Override
    public void processOpts() {
        super.processOpts();
        supportingFiles.clear();
        file("client", "", "QosHttp", "QosHttpAsync", "Operation");
        file("api", "api", "QosApi", "package-info");
        file("model", "model", "InstrumentCodes", "CodeStyle", "package-info");
        file("internal/check", "internal/check", "CodeSpelling", "CodeStyleTable", "ReadingRules");
        file("internal/hours", "internal/hours", "MarketHours");
        file(
                "internal/request",
                "internal/request",
                "HttpOperations",
                "HttpPages",
                "Requests",
                "Prepared",
                "package-info");
        file("internal/json", "internal/json", "QosJsonAdapterFactory", "package-info");
    }

    private void file(String templates, String folder, String... names) {
        for (String name : names) {
            String template = templates + "/" + name + ".mustache";
            supportingFiles.add(new SupportingFile(template, path(folder).toString(), name + ".java"));
        }
    }

    private static Path path(String folder) {
        return Path.of(ROOT.replace('.', '/'), folder);
    }

    @Override
    public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
        // A misspelt name in a template fails instead of printing nothing.
        return compiler.escapeHTML(false).nullValue("");
    }

    @Override
    public void preprocessOpenAPI(OpenAPI document) {
        super.preprocessOpenAPI(document);
        ApiModel model = ApiModel.of(document);
        additionalProperties.put("api", model);
        additionalProperties.put("java", new SourceFile(model.classes()));
        GeneratorView.simplify(document, model.modelNames());
    }

    @Override
    public String toModelName(String name) {
        return name;
    }

    @Override
    public String modelFilename(String template, String model) {
        RecordModel asRecord = api().recordsByName().get(model);
        String own = asRecord != null && asRecord.body() ? "api" : "model";
        String folder = template.equals(ADAPTER) ? "internal/json" : own;
        return Path.of(getOutputDir()).resolve(path(folder)).resolve(model) + modelTemplateFiles.get(template);
    }

    @Override
    public String modelFileFolder() {
        return new File(getOutputDir(), path("model").toString()).getPath();
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
        Map<String, ModelsMap> processed = super.postProcessAllModels(models);
        ApiModel api = api();
        processed.forEach((name, map) -> {
            RecordModel asRecord = api.recordsByName().get(name);
            EnumModel asEnum = api.enumsByName().get(name);
            map.put("record", asRecord == null ? false : asRecord);
            map.put("enumeration", asEnum == null ? false : asEnum);
        });
        return processed;
    }

    private ApiModel api() {
        return Objects.requireNonNull((ApiModel) additionalProperties.get("api"));
    }
}
