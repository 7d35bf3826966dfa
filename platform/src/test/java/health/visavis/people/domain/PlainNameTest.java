package health.visavis.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainNameTest {

    @Test
    void accentsCapitalsAndSpacesDoNotMatter() {
        assertThat(PlainName.same("José  Núñez", " jose nunez ")).isTrue();
    }

    @Test
    void aPartOfANameIsNotTheName() {
        assertThat(PlainName.same("Rosa Delgado", "Rosa")).isFalse();
        assertThat(PlainName.same("Rosa Delgado", "Delgado Rosa")).isFalse();
        assertThat(PlainName.same("Rosa Delgado", "")).isFalse();
    }
}
