package hk.qos.stream.internal.netty;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The runtime is compiled against Netty 4.2. Every class and member of Netty that it uses must exist, with the same
 * parameters and result, in the oldest supported 4.1, too.
 */
final class OldestNettyTest {
    private final JavaClasses runtime = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("hk.qos.stream");
    private final JavaClasses oldest = new ClassFileImporter().importJars(jars(Path.of("target", "netty-oldest")));

    @Test
    void usesOnlyMembersOfTheOldestNetty() {
        Set<String> named = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        runtime.stream()
                .filter(from -> !from.isEquivalentTo(NioLoops.IoHandlers.class))
                .forEach(from -> {
                    from.getDirectDependenciesFromSelf().stream()
                            .map(Dependency::getTargetClass)
                            .map(JavaClass::getBaseComponentType)
                            .filter(OldestNettyTest::isNetty)
                            .forEach(type -> note(type.getName(), oldest.contain(type.getName()), named, missing));
                    from.getAccessesFromSelf().stream()
                            .filter(access -> isNetty(access.getTargetOwner()))
                            .forEach(access -> note(describe(access), isThere(access), named, missing));
                });

        assertThat(named).hasSizeGreaterThan(100).contains("io.netty.channel.nio.NioEventLoopGroup");
        assertThat(missing).isEmpty();
    }

    private static List<JarFile> jars(Path folder) {
        List<JarFile> jars = new ArrayList<>();
        for (String jar : folder.toFile().list()) {
            try {
                jars.add(new JarFile(folder.resolve(jar).toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jars;
    }

    private static void note(String what, boolean there, Set<String> named, Set<String> missing) {
        named.add(what);
        if (!there) {
            missing.add(what);
        }
    }

    private static boolean isNetty(JavaClass type) {
        return type.getPackageName().startsWith("io.netty");
    }

    private static String describe(JavaAccess<?> access) {
        return access.getTarget().getFullName();
    }

    private boolean isThere(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (!oldest.contain(owner)) {
            return false;
        }
        Predicate<JavaMember> same = member -> member.getName().equals(access.getName());
        if (access.getTarget() instanceof CodeUnitAccessTarget unit) {
            same = same.and(member -> member instanceof JavaCodeUnit there
                    && names(there.getRawParameterTypes()).equals(names(unit.getRawParameterTypes()))
                    && there.getRawReturnType()
                            .getName()
                            .equals(unit.getRawReturnType().getName()));
        } else if (access.getTarget() instanceof FieldAccessTarget field) {
            same = same.and(member -> member instanceof JavaField there
                    && there.getRawType().getName().equals(field.getRawType().getName()));
        }
        return lineage(oldest.get(owner))
                .flatMap(type -> type.getMembers().stream())
                .anyMatch(same);
    }

    private static Stream<JavaClass> lineage(JavaClass type) {
        return Stream.of(Stream.of(type), type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(types -> types);
    }

    private static List<String> names(List<JavaClass> types) {
        return types.stream().map(HasName::getName).toList();
    }
}
