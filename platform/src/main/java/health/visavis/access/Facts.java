package health.visavis.access;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a decision about staff rests on: as it is, or as it is assumed to be. Asked only as far as a decision needs it.
interface Facts {

    boolean treats(PersonId staff, PatientId patient);

    boolean worksWith(PersonId staff, ClinicianId clinician);

    boolean openedInEmergency(PersonId staff, PatientId patient);

    Set<UUID> consents(PatientId patient, PersonId staff);

    record Known(CareRelationships relationships, EmergencyGrants emergencies, PatientConsents consents)
            implements Facts {

        @Override
        public boolean treats(PersonId staff, PatientId patient) {
            return relationships.exists(staff, patient);
        }

        @Override
        public boolean worksWith(PersonId staff, ClinicianId clinician) {
            return relationships.worksWith(staff, clinician);
        }

        @Override
        public boolean openedInEmergency(PersonId staff, PatientId patient) {
            return emergencies.isOpen(staff, patient);
        }

        @Override
        public Set<UUID> consents(PatientId patient, PersonId staff) {
            return consents.inForce(patient, staff);
        }
    }

    record Assumed(Facts known, Assumption assumption) implements Facts {

        private static final UUID ANY = new UUID(0, 0);

        @Override
        public boolean treats(PersonId staff, PatientId patient) {
            return assumption instanceof Assumption.Care care ? care.goesOn() : known.treats(staff, patient);
        }

        @Override
        public boolean worksWith(PersonId staff, ClinicianId clinician) {
            return known.worksWith(staff, clinician);
        }

        @Override
        public boolean openedInEmergency(PersonId staff, PatientId patient) {
            return assumption instanceof Assumption.Emergency || known.openedInEmergency(staff, patient);
        }

        @Override
        public Set<UUID> consents(PatientId patient, PersonId staff) {
            return switch (assumption) {
                case Assumption.Consent consent -> consent.given() ? Set.of(ANY) : Set.of();
                case Assumption.Withdrawn withdrawn -> without(withdrawn.consent(), known.consents(patient, staff));
                case Assumption.AsItIs _, Assumption.Care _, Assumption.Emergency _ -> known.consents(patient, staff);
            };
        }

        private static Set<UUID> without(UUID withdrawn, Set<UUID> consents) {
            return consents.stream()
                    .filter(consent -> !consent.equals(withdrawn))
                    .collect(Collectors.toSet());
        }
    }
}
