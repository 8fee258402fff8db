package hk.qos.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Help, version, completion, and what the program is made of. */
class ProgramTest {
    private static final List<String> COMMANDS = List.of(
                    Qos.class.getAnnotation(Command.class).subcommands())
            .stream()
            .map(command -> command.getAnnotation(Command.class).name())
            .toList();

    @Test
    void everyCommandHasHelpWithAnExample() {
        assertThat(COMMANDS).contains("quote", "history", "watch", "replay", "explain");
        assertThat(new Run().start("--help").out()).contains(COMMANDS).contains("QOS_API_KEY", "2 wrong usage");
        for (String command : COMMANDS) {
            Run help = new Run().start(command, "--help");
            assertThat(help.status()).isZero();
            assertThat(help.out()).startsWith("Usage: qos " + command).contains("Example: ");
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(new Run().start("--version").out()).matches("qos \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void theCompletionScriptKnowsCommandsAndOptions() {
        String script = new Run().start("completion").out();

        assertThat(script)
                .startsWith("#!/usr/bin/env bash")
                .contains(COMMANDS)
                .contains("--oldest-first", "--simulator", "15m");
    }

    @Test
    void noCommandIsWrongUsage() {
        Run run = new Run().start();

        assertThat(run.status()).isEqualTo(Qos.USAGE);
        assertThat(run.err()).contains("a command is missing", "Try 'qos --help'.");
    }

    @Test
    void theKeyIsNoArgument() {
        for (String command : COMMANDS) {
            assertThat(new Run().start(command, "--help").out()).doesNotContain("--key", "--api-key");
        }
    }

    @Test
    void onlyThePublicApiIsUsed() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("hk.qos.cli");
        assertThat(classes.size()).isGreaterThan(COMMANDS.size());
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("hk.qos..internal..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("hk.qos.cli.(output|chart)..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("hk.qos.cli")
                .check(classes);
    }
}
