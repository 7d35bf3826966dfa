package health.visavis.visit;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.proxy.ActingWatch;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import health.visavis.visit.store.Seats;
import org.springframework.stereotype.Component;

/// Whoever may not act for a patient any more gets up from the patient's visits, for good.
@Component
class ProxiesGetUp implements ActingWatch {

    private final Encounters encounters;
    private final Seats seats;
    private final Presences presences;
    private final Departures departures;

    ProxiesGetUp(Encounters encounters, Seats seats, Presences presences, Departures departures) {
        this.encounters = encounters;
        this.seats = seats;
        this.presences = presences;
        this.departures = departures;
    }

    @Override
    public void ended(PatientId patient, PersonId person) {
        seats.heldBy(person).stream()
                .filter(seat -> seat.part() == Seat.Part.PATIENT)
                .map(Seat::visit)
                .filter(visit -> patient.equals(encounters.subject(visit).patient()))
                .forEach(visit -> {
                    presences.forget(visit, person);
                    departures.forGood(visit, person);
                });
    }
}
