package health.visavis.calllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.keys.KeyVault;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.telephone.MeetByPhone;
import health.visavis.telephone.MeetByPhone.Wish;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class CallListModuleTest {

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private MeetByPhone meetByPhone;

    @Autowired
    private CallListRound round;

    @Autowired
    private KeyVault vault;

    @TempDir
    private Path folder;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());

    @Test
    void theListHoldsWhoIsExpectedWithTheNumberToCallAndNoReason() throws Exception {
        plannedWith("+12024561818");

        round.write(folder);

        var text = Files.readString(folder.resolve(SealedCallList.FILE));
        var list = SealedCallList.read(text).open(vault).orElseThrow();
        assertThat(list.entries()).anySatisfy(entry -> {
            assertThat(entry.patient()).isEqualTo("Pat Example");
            assertThat(entry.clinician()).isEqualTo("Doc Example");
            assertThat(entry.number()).isEqualTo("(202) 456-1818");
            assertThat(entry.byPhone()).isTrue();
        });
        assertThat(list.written()).doesNotContain("Headache");
        assertThat(text).doesNotContain("Pat Example", "456-1818");
    }

    @Test
    void onlyItsOwnerReadsTheFileAndNoHalfListLiesAround() throws Exception {
        round.write(folder);
        round.write(folder);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(SealedCallList.FILE);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(SealedCallList.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void oncePassphraseWasMadeItOpensEveryFurtherList() throws Exception {
        var written = new StringWriter();
        RecoveryKey.make("four words are good".toCharArray()).written().store(written, null);
        Files.writeString(folder.resolve(RecoveryKey.FILE), written.toString());

        round.write(folder);

        var sealed = SealedCallList.read(Files.readString(folder.resolve(SealedCallList.FILE)));
        assertThat(sealed.open("four words are good".toCharArray()).clinic()).isNotEmpty();
    }

    @Test
    void writingTheListIsOnTheTrail() {
        round.write(folder);

        assertThat(database.sql("SELECT count(*) FROM audit_event WHERE action = 'list-visits'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private void plannedWith(String number) {
        var doctor = scheduling.doctorWithHours();
        var visit = new VisitId(
                scheduling.confirmedFor(people.patient(), doctor).id().value());
        await().untilAsserted(() -> assertThat(database.sql("SELECT count(*) FROM encounter WHERE id = ?")
                        .param(visit.value())
                        .query(Integer.class)
                        .single())
                .isOne());
        meetByPhone.byPhone(doctor, visit, new Wish(Sensitive.of(number), false));
    }
}
