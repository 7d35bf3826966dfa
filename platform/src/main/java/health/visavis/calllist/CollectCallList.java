package health.visavis.calllist;

import static health.visavis.access.Action.LIST_VISITS;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.telephone.Telephone;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.Visits;
import java.time.Clock;
import java.time.LocalTime;

/// Whom to call today, and tomorrow until noon: a list that is written at night still helps in the morning.
@UseCase
public class CollectCallList {

    private final Access access;
    private final Visits visits;
    private final People people;
    private final Telephone telephone;
    private final CallListSettings settings;
    private final Clock clock;

    CollectCallList(
            Access access, Visits visits, People people, Telephone telephone, CallListSettings settings, Clock clock) {
        this.access = access;
        this.visits = visits;
        this.people = people;
        this.telephone = telephone;
        this.settings = settings;
        this.clock = clock;
    }

    /// What is not over yet: a visit that has begun may have to be gone on with by telephone.
    public CallList collect(Actor actor) {
        var receipt = access.require(actor, LIST_VISITS.anyone());
        var now = clock.instant();
        var today = now.atZone(settings.zone()).toLocalDate();
        var found = visits.unfinishedIn(new TimeSlot(
                today.atStartOfDay(settings.zone()).toInstant(),
                today.plusDays(1).atTime(LocalTime.NOON).atZone(settings.zone()).toInstant()));
        access.showed(
                receipt, found.stream().map(VisitSummary::patient).distinct().toList());
        var byPhone = telephone.among(found.stream().map(VisitSummary::id).toList());
        return new CallList(
                settings.clinic(),
                settings.zone(),
                now,
                found.stream()
                        .map(visit -> new CallList.Entry(
                                visit.slot().start(),
                                clinician(visit.clinician()),
                                patient(visit.patient()),
                                telephone
                                        .numberFor(visit.id(), visit.patient())
                                        .map(Sensitive::reveal)
                                        .orElse(""),
                                byPhone.contains(visit.id())))
                        .toList());
    }

    private String clinician(ClinicianId id) {
        return people.clinician(id).map(ClinicianSummary::displayName).orElse("");
    }

    private String patient(PatientId id) {
        return people.patient(id).map(PatientSummary::displayName).orElse("");
    }
}
