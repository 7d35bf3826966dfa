package health.visavis.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import health.visavis.TestDatabase;
import health.visavis.access.Role;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import health.visavis.server.ServerTest;
import health.visavis.server.SigningIn;
import health.visavis.server.TestProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import violations.ForeignObject;

/// Somebody has written into the table of sessions.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class ForeignSessionModuleTest {

    private static final String LEFT_OUT = "part of a session was left out";

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final String subject = UUID.randomUUID().toString();
    private SigningIn desk;

    @BeforeEach
    void aDoctorIsSignedIn() throws Exception {
        var doctor = people.doctor();
        var token = invitePerson.invite(people.admin(), doctor.person()).reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(TestProvider.ISSUER, subject, Set.of(Role.DOCTOR), doctor.origin()),
                token);
        desk = SigningIn.with(browser);
        desk.as(claims());
        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(200);
    }

    @Test
    void aForeignObjectIsNotMadeAndTheSessionIsAStrangers(CapturedOutput log) throws Exception {
        assertThat(replaceSignIns(serialized(new ForeignObject()))).isPositive();

        var answer = desk.send(get("/agenda"));

        assertThat(ForeignObject.hasActed()).isFalse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(log).contains(LEFT_OUT).doesNotContain("ForeignObject");

        desk.as(claims());
        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(200);
    }

    @Test
    void bytesThatAreNoObjectAreNoMistakeOfOurs() throws Exception {
        assertThat(replaceSignIns(new byte[] {1, 2, 3})).isPositive();

        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(302);
    }

    /// Reading anew from the database with each request: what is missing from the list would be noticed here.
    @Test
    void whatSessionsHoldIsRead(CapturedOutput log) throws Exception {
        assertThat(desk.send(get("/settings/sessions")).getStatus()).isEqualTo(200);
        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(200);

        assertThat(log).doesNotContain(LEFT_OUT);
    }

    private int replaceSignIns(byte[] bytes) {
        return database.update(
                "UPDATE spring_session_attributes SET attribute_bytes = ? WHERE attribute_name = 'SPRING_SECURITY_CONTEXT'",
                bytes);
    }

    private static byte[] serialized(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private Map<String, Object> claims() {
        return Map.of("sub", subject, "groups", List.of("visavis-doctors"), "amr", List.of("pwd", "otp"));
    }
}
