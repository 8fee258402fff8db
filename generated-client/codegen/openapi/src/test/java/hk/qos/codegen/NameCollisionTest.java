package hk.qos.codegen;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameCollisionTest {
    private final TakenNames taken = TakenNames.load();

    @ParameterizedTest
    @ValueSource(strings = {"String", "List", "Instant", "Override", "QosHttp", "Requests", "LevelAdapter", "level"})
    void schemaNamedLikeAnExistingClassIsRefused(String name) {
        assertThatThrownBy(() -> taken.checkClass(name))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "all", "async", "toString", "get-depth", "yield"})
    void operationNamedLikeAnExistingMethodIsRefused(String name) {
        assertThatThrownBy(() -> taken.checkMember("here", name, "operations"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void componentNamedLikeAnAdapterVariableIsRefused() {
        assertThatThrownBy(() -> taken.checkMember("here", "in", "components")).isInstanceOf(DocumentException.class);
        assertThatCode(() -> taken.checkMember("here", "price", "components")).doesNotThrowAnyException();
    }

    @Test
    void everyClassInTemplatesIsReserved() {
        assertThatCode(() -> taken.checkComplete(KnownClasses.NAMES)).doesNotThrowAnyException();
        assertThatThrownBy(() -> taken.checkComplete(List.of("a.b.Unlisted"))).hasMessageContaining("Unlisted");
    }
}
