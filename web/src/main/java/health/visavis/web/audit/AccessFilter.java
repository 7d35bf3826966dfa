package health.visavis.web.audit;

import health.visavis.audit.AuditQuery;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.web.components.Days;
import health.visavis.web.components.FilterAddress;
import health.visavis.web.layout.Shell;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What the address of a report says. Ids only, as in [AuditFilter]. Without a day it is about today.
///
/// @param from first day, in the viewer's zone
/// @param to last day, in the viewer's zone
public record AccessFilter(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable UUID actor,
        @Nullable UUID patient) {

    /// The same with the days that are meant.
    AccessFilter orToday(Shell shell) {
        return from == null && to == null ? new AccessFilter(shell.today(), shell.today(), actor, patient) : this;
    }

    AuditQuery query(Shell shell, Clock clock) {
        return new AuditQuery(
                actor == null ? null : new PersonId(actor),
                patient == null ? null : new PatientId(patient),
                null,
                null,
                days().begin(shell.zone()),
                days().end(shell.zone(), clock),
                AuditQuery.MOST);
    }

    /// The same of one person, on another page or this one.
    public String by(String path, Object who) {
        return new FilterAddress(path, days()).with("actor", who).toString();
    }

    /// The same of one patient.
    public String of(String path, Object whom) {
        return new FilterAddress(path, days()).with("patient", whom).toString();
    }

    /// The same of everybody.
    public String everybody(String path) {
        return new FilterAddress(path, days()).toString();
    }

    public String csv(String path) {
        return new FilterAddress(path + ".csv", days())
                .with("actor", actor)
                .with("patient", patient)
                .toString();
    }

    public boolean narrows() {
        return actor != null || patient != null;
    }

    private Days days() {
        return new Days(from, to);
    }
}
