package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.access.Actors;
import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.people.InviteStaff;
import health.visavis.people.Invited;
import health.visavis.people.NewStaff;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.PersonDetails;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@Import(RecordingSenders.class)
@TestPropertySource(properties = "visavis.notification.every=0s")
class InvitationMailModuleTest {

    @Autowired
    InvitationMail invitationMail;

    @Autowired
    InviteStaff inviteStaff;

    @Autowired
    RecordingSenders sent;

    @Test
    void theMailHoldsTheLinkInThePersonsLanguageAndNamesNobody() {
        var invited = invited("es");

        assertThat(invitationMail.send(invited)).isTrue();

        assertThat(sent.mailsAbout(invited.token().reveal())).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("nina@example.org");
            assertThat(mail.subject()).isEqualTo("Una invitación de su clínica");
            assertThat(mail.text())
                    .contains("/invitations/" + invited.token().reveal())
                    .doesNotContain("Nina")
                    .doesNotContain("Invited");
        });
    }

    @Test
    void aMailThatDoesNotLeaveIsToldAndNotThrown() {
        sent.failures.set(1);
        var invited = invited("en");

        assertThat(invitationMail.send(invited)).isFalse();

        assertThat(invitationMail.send(invited)).isTrue();
    }

    private Invited invited(String language) {
        var details = new PersonDetails(
                "Nina", "Invited", "nina@example.org", null, PeopleFixtures.NEW_YORK, Locale.of(language));
        return inviteStaff.invite(
                Actors.system(), new NewStaff(PersonId.next(), details, Set.of(Role.NURSE), "", Set.of()));
    }
}
