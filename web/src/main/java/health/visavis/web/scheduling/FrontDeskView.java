package health.visavis.web.scheduling;

import health.visavis.people.ClinicianSummary;
import health.visavis.scheduling.BookableClinician;
import health.visavis.web.components.FormErrors;
import health.visavis.web.components.SlotChoices;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the pages draw on which staff book for a patient.
public sealed interface FrontDeskView {

    /// For whom.
    ///
    /// @param path where booking for this patient begins
    record ForWhom(String id, String name, String born, ZoneId zone, String path) {

        /// Whether his clock and the clinic's show another time just now.
        public boolean apart(ZoneId clinic, Instant at) {
            return Clocks.differ(zone, clinic, at);
        }
    }

    /// @param name what was searched for
    record Patients(List<ForWhom> patients, String name, boolean more) implements FrontDeskView {}

    /// @param notice ends the key of why the clinician asked for cannot be booked: `gone` or `left`
    record Clinicians(
            ForWhom patient,
            List<BookableClinician> clinicians,
            @Nullable String notice) implements FrontDeskView {}

    /// @param notFree whether a time was chosen that cannot be had any more
    record Times(ForWhom patient, ClinicianSummary clinician, ZoneId clinicZone, WeekOfTimes week, boolean notFree)
            implements FrontDeskView {}

    /// @param wish what the form carries
    record Reason(ForWhom patient, ClinicianSummary clinician, Wish wish, FormErrors errors) implements FrontDeskView {}

    /// @param refusal ends the key of the sentence
    record Others(ForWhom patient, ClinicianSummary clinician, Wish wish, String refusal, SlotChoices slots)
            implements FrontDeskView {}

    /// @param request made with this form: sent twice it asks once
    record Wish(UUID request, Instant start, String reason, String longest) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    /// The address of the times of a clinician, for this patient.
    static String times(ForWhom patient, ClinicianSummary clinician) {
        return patient.path() + "/new?clinician=" + clinician.id();
    }
}
