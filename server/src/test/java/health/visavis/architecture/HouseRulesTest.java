package health.visavis.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import violations.BookingManager;
import violations.FieldInjected;
import violations.LateAsker;
import violations.MachineClockReader;
import violations.NeverAsks;
import violations.Printer;
import violations.Sealer;
import violations.SecretSettings;
import violations.SecretTaker;
import violations.domain.SpringInTheDomain;
import violations.web.SqlInAController;

class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("test-classes"))
            .importPackages("health.visavis");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeepsTheRule(String name, ArchRule rule, Class<?> violation) {
        rule.check(HOUSE);
    }

    @ParameterizedTest(name = "{0} catches {2}")
    @MethodSource("rules")
    void theRuleCatchesItsViolation(String name, ArchRule rule, Class<?> violation) {
        var violating = new ClassFileImporter().importClasses(violation);

        assertThatThrownBy(() -> rule.allowEmptyShould(true).check(violating)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theHouseIsFound() {
        assertThat(HOUSE.size()).isGreaterThan(300);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("use cases ask first", HouseRules.USE_CASES_ASK_FIRST, NeverAsks.class),
                Arguments.of("use cases ask before they look", HouseRules.USE_CASES_ASK_FIRST, LateAsker.class),
                Arguments.of("the domain is pure", HouseRules.DOMAIN_IS_PURE, SpringInTheDomain.class),
                Arguments.of("SQL stays in stores", HouseRules.SQL_STAYS_IN_STORES, SqlInAController.class),
                Arguments.of("time comes from a clock", HouseRules.TIME_COMES_FROM_A_CLOCK, MachineClockReader.class),
                Arguments.of("cryptography has one door", HouseRules.CRYPTOGRAPHY_HAS_ONE_DOOR, Sealer.class),
                Arguments.of("names say what", HouseRules.NAMES_SAY_WHAT, BookingManager.class),
                Arguments.of("null is marked", HouseRules.NULL_IS_MARKED, BookingManager.class),
                Arguments.of("no field injection", HouseRules.NO_FIELD_INJECTION, FieldInjected.class),
                Arguments.of("nobody prints", HouseRules.NOBODY_PRINTS, Printer.class),
                Arguments.of("secrets are named, not given", HouseRules.SECRETS_ARE_NAMED_NOT_GIVEN, SecretTaker.class),
                Arguments.of("secrets are not bound", HouseRules.SECRETS_ARE_NAMED_NOT_GIVEN, SecretSettings.class));
    }
}
