package health.visavis.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new PhoneNumbers("US", () -> false);

    @ParameterizedTest
    @CsvSource({
        "(202) 456-1414,+12024561414",
        "202.456.1414,+12024561414",
        "+1 202 456 1414,+12024561414",
        "+44 20 7946 0958,+442079460958",
        "+34 912 345 678,+34912345678"
    })
    void aNumberIsReadAsPeopleWriteIt(String typed, String e164) {
        assertThat(numbers.check(typed))
                .isInstanceOfSatisfying(
                        NumberCheck.Dialable.class,
                        dialable -> assertThat(dialable.e164().reveal()).isEqualTo(e164));
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "9-1-1", " 911 ", "+1 911", "112", "988", "999"})
    void anEmergencyNumberIsNeverRung(String typed) {
        assertThat(numbers.check(typed)).isInstanceOf(NumberCheck.EmergencyNumber.class);
    }

    @Test
    void theEmergencyNumbersOfAnotherRegionAreKnownThere() {
        assertThat(new PhoneNumbers("FR", () -> false).check("17")).isInstanceOf(NumberCheck.EmergencyNumber.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-900-555-1234", "+44 909 879 0000"})
    void aNumberThatCostsExtraIsRefused(String typed) {
        assertThat(numbers.check(typed)).isInstanceOf(NumberCheck.PremiumRate.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202 456", "123 456 7890", "+1 202 456 14 14 14 14"})
    void aNumberThatNobodyCanHaveIsRefused(String typed) {
        assertThat(numbers.check(typed)).isInstanceOf(NumberCheck.Impossible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "call me",
                "tel:",
                "+",
                "DROP TABLE phone_call",
                "1234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void whatIsNoNumberIsSaidToBeNone(String typed) {
        assertThat(numbers.check(typed)).isInstanceOf(NumberCheck.NotANumber.class);
    }

    @Test
    void onlyASimulationTakesTheNumbersOfInventedPeople() {
        assertThat(numbers.check("555-210-1234")).isInstanceOf(NumberCheck.Impossible.class);
        assertThat(new PhoneNumbers("US", () -> true).check("555-210-1234")).isInstanceOf(NumberCheck.Dialable.class);
    }

    @Test
    void aNumberIsShownAsItsCountryWritesIt() {
        assertThat(numbers.shown("+12024561414")).isEqualTo("(202) 456-1414");
        assertThat(numbers.shown("+442079460958")).isEqualTo("+44 20 7946 0958");
        assertThat(numbers.shown("none")).isEqualTo("none");
    }

    @Test
    void aRegionThatIsNoneIsRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumbers("Texas", () -> false))
                .withMessageContaining("visavis.clinic.region");
    }
}
