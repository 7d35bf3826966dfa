package health.visavis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTest;
import health.visavis.access.Actor;
import health.visavis.insight.CallRecord.Attendance;
import health.visavis.insight.CallRecord.Network;
import health.visavis.insight.CallRecord.Outcome;
import health.visavis.insight.domain.Cause;
import health.visavis.insight.domain.Episode;
import health.visavis.insight.store.CallRecords;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.EndVisit;
import health.visavis.visit.LeaveSeat;
import health.visavis.visit.LineQuality;
import health.visavis.visit.ReportQuality;
import health.visavis.visit.TakeSeat;
import health.visavis.visit.VisitFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// That every call leaves its record, and that its figures say why it was as it was.
@PlatformTest
class CallRecordModuleTest {

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private TakeSeat takeSeat;

    @Autowired
    private LeaveSeat leaveSeat;

    @Autowired
    private ReportQuality reportQuality;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private CallRecords records;

    @Autowired
    private CallRecording recording;

    @Autowired
    private ListCallRecords listCallRecords;

    @Autowired
    private ReadVisitQuality readVisitQuality;

    private Actor patient;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void aVisitBegins() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.begun(patient, doctor);
    }

    @Test
    @Requirement("COM-05")
    void aCallLeavesARecordThatNamesNobody() {
        takeSeat.take(doctor, visit);
        takeSeat.take(patient, visit);
        reportQuality.report(patient, visit, quality(40, 0, false));
        reportQuality.report(doctor, visit, quality(60, 80, true));
        endVisit.end(doctor, visit);

        var record = recorded();
        assertThat(record.outcome()).isEqualTo(Outcome.MET);
        assertThat(record.witnessed()).isFalse();
        assertThat(record.network()).isEqualTo(Network.MIXED);
        assertThat(record.participants()).isEqualTo(2);
        assertThat(record.attendances()).extracting(Attendance::role).containsExactlyInAnyOrder("CLINICIAN", "PATIENT");
        assertThat(record.figures().roundTripMillis()).isEqualTo(60);
        assertThat(record.attendances())
                .allSatisfy(one -> assertThat(one.leftAt()).isBetween(one.cameAt(), record.endedAt()));
    }

    @Test
    void whoWaitedAloneMetNobody() {
        takeSeat.take(doctor, visit);
        endVisit.end(doctor, visit);

        assertThat(recorded().outcome()).isEqualTo(Outcome.ALONE);
    }

    @Test
    void whoLeftAndCameBackIsThereTwice() {
        takeSeat.take(doctor, visit);
        takeSeat.take(patient, visit);
        leaveSeat.leave(patient, visit, 1);
        takeSeat.take(patient, visit);
        endVisit.end(doctor, visit);

        assertThat(recorded().attendances())
                .extracting(Attendance::role)
                .containsExactlyInAnyOrder("CLINICIAN", "PATIENT", "PATIENT");
    }

    @Test
    void writingItAgainChangesNothing() {
        takeSeat.take(doctor, visit);
        endVisit.end(doctor, visit);
        var first = recorded();

        recording.record(visit);

        assertThat(records.ofVisit(visit)).containsExactly(first);
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        takeSeat.take(doctor, visit);
        endVisit.end(doctor, visit);
        recorded();

        var admin = people.admin();
        var seen = new ArrayList<CallRecord>();
        CallQuery.Place after = null;
        List<CallRecord> page;
        do {
            page = listCallRecords.list(
                    admin, new CallQuery(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), null, null, after, 1));
            seen.addAll(page);
            after = page.isEmpty()
                    ? null
                    : new CallQuery.Place(
                            page.getLast().beganAt(),
                            page.getLast().visit(),
                            page.getLast().leg());
        } while (!page.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().extracting(CallRecord::visit).contains(visit);
        assertThat(seen).isSortedAccordingTo((one, other) -> other.beganAt().compareTo(one.beganAt()));
    }

    @Test
    void theFiguresOfAVisitSayWhatWentWrong() {
        takeSeat.take(doctor, visit);
        takeSeat.take(patient, visit);
        reportQuality.report(patient, visit, quality(40, 120, false));
        reportQuality.report(doctor, visit, quality(40, 0, false));

        var quality = readVisitQuality.read(doctor, visit);
        assertThat(quality.episodes())
                .extracting(Episode::cause, Episode::end)
                .containsExactly(tuple(Cause.LOST_PACKETS, "PATIENT"));
        assertThat(readVisitQuality.read(people.admin(), visit)).isEqualTo(quality);
    }

    private CallRecord recorded() {
        await().until(() -> !records.ofVisit(visit).isEmpty());
        return records.ofVisit(visit).getFirst();
    }

    private static LineQuality quality(int way, int loss, boolean relayed) {
        return new LineQuality(way, 4, loss, 900, 800, 25, relayed, true, LineQuality.Limit.NONE, 8, null, null);
    }
}
