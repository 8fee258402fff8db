package hk.qos.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM as a consumer's build reads it, with managed versions of its parents and imports; reads files only. */
final class Pom {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Element project;
    private final @Nullable Pom parent;
    private final Path repository;
    private final Map<String, String> properties = new HashMap<>();

    private Pom(Path file, Path repository) {
        this.project = parse(file);
        this.repository = repository;
        Element declared = child(project, "parent").orElse(null);
        this.parent = declared == null ? null : parent(file, declared, repository);
        if (parent != null) {
            properties.putAll(parent.properties);
        }
        child(project, "properties")
                .ifPresent(all -> elements(all)
                        .forEach(property -> properties.put(
                                property.getTagName(), property.getTextContent().strip())));
        for (String own : List.of("groupId", "version")) {
            text(project, own)
                    .or(() -> Optional.ofNullable(declared).flatMap(from -> text(from, own)))
                    .ifPresent(value -> properties.put("project." + own, value));
        }
        if (declared != null) {
            text(declared, "version").ifPresent(value -> properties.put("project.parent.version", value));
        }
    }

    /** Reads the POM in a file. */
    static Pom read(Path file, Path repository) {
        return new Pom(file, repository);
    }

    /** The POM of a library, if the local repository has it. */
    static Optional<Pom> of(String group, String artifact, String version, Path repository) {
        Path file = repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        return Files.isRegularFile(file) ? Optional.of(new Pom(file, repository)) : Optional.empty();
    }

    /** A dependency with its exclusions as {@code group:artifact}. */
    record Dependency(String group, String artifact, String version, boolean travels, List<String> exclusions) {
        String module() {
            return group + ":" + artifact;
        }
    }

    /** The transitive dependencies: compile and runtime scope, not optional. */
    List<Dependency> dependencies() {
        Map<String, Dependency> managed = managed();
        List<Dependency> found = new ArrayList<>();
        for (Pom at = this; at != null; at = at.parent) {
            child(at.project, "dependencies")
                    .ifPresent(all -> elements(all).forEach(declared -> {
                        Dependency dependency = merge(declared, managed);
                        if (dependency.travels()) {
                            found.add(dependency);
                        }
                    }));
        }
        return found;
    }

    private Dependency merge(Element declared, Map<String, Dependency> managed) {
        Dependency own = dependency(declared);
        Dependency also = managed.get(own.module());
        boolean scoped = child(declared, "scope").isPresent();
        return new Dependency(
                own.group(),
                own.artifact(),
                own.version().isEmpty() && also != null ? also.version() : own.version(),
                own.travels() && (scoped || also == null || also.travels()),
                own.exclusions().isEmpty() && also != null ? also.exclusions() : own.exclusions());
    }

    private Map<String, Dependency> managed() {
        Map<String, Dependency> managed = parent == null ? new HashMap<>() : parent.managed();
        List<Element> declared = child(project, "dependencyManagement")
                .flatMap(management -> child(management, "dependencies"))
                .map(Pom::elements)
                .orElse(List.of());
        for (Element element : declared) {
            Dependency dependency = dependency(element);
            if (text(element, "scope").equals(Optional.of("import"))) {
                of(dependency.group(), dependency.artifact(), dependency.version(), repository)
                        .ifPresent(bom -> bom.managed().forEach(managed::putIfAbsent));
            } else {
                managed.put(dependency.module(), dependency);
            }
        }
        return managed;
    }

    private Dependency dependency(Element declared) {
        String scope = text(declared, "scope").map(this::value).orElse("compile");
        boolean optional =
                text(declared, "optional").map(this::value).orElse("").equals("true");
        List<String> exclusions = child(declared, "exclusions").map(Pom::elements).orElse(List.of()).stream()
                .map(excluded -> text(excluded, "groupId").orElse("*") + ":"
                        + text(excluded, "artifactId").orElse("*"))
                .toList();
        return new Dependency(
                text(declared, "groupId").map(this::value).orElse(""),
                text(declared, "artifactId").map(this::value).orElse(""),
                text(declared, "version").map(this::value).orElse(""),
                !optional && (scope.equals("compile") || scope.equals("runtime")),
                exclusions);
    }

    private String value(String text) {
        Matcher matcher = PROPERTY.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        String known = properties.get(matcher.group(1).replace("pom.", "project."));
        return known == null ? text : value(text.replace(matcher.group(), known));
    }

    private static @Nullable Pom parent(Path file, Element declared, Path repository) {
        String relative = text(declared, "relativePath").orElse("../pom.xml");
        Path beside = file.toAbsolutePath().resolveSibling(relative).normalize();
        if (!file.startsWith(repository) && Files.isRegularFile(beside)) {
            return new Pom(beside, repository);
        }
        return of(
                        text(declared, "groupId").orElseThrow(),
                        text(declared, "artifactId").orElseThrow(),
                        text(declared, "version").orElseThrow(),
                        repository)
                .orElse(null);
    }

    private static Element parse(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private static Optional<Element> child(Element of, String name) {
        return elements(of).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }

    private static Optional<String> text(Element of, String name) {
        return child(of, name).map(element -> element.getTextContent().strip());
    }

    private static List<Element> elements(Element of) {
        List<Element> elements = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
