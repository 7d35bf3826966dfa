package health.visavis.people.store;

import health.visavis.access.CareRelationships;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who treats whom, and who works for whom.
@Component
public class CareTeams implements CareRelationships {

    private final JdbcClient jdbc;

    CareTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void beginCare(PatientId patient, ClinicianId clinician, Instant at, String origin) {
        jdbc.sql("""
                        INSERT INTO care_relationship (patient_id, staff_id, began_at, origin)
                        SELECT ?, person_id, ?, ? FROM clinician WHERE id = ?
                        ON CONFLICT (patient_id, staff_id) DO NOTHING
                        """)
                .params(patient.value(), Timestamp.from(at), origin, clinician.value())
                .update();
    }

    public void join(ClinicianId clinician, PersonId staff) {
        jdbc.sql("INSERT INTO team_member (clinician_id, staff_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(clinician.value(), staff.value())
                .update();
    }

    @Override
    public boolean exists(PersonId staff, PatientId patient) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM care_relationship WHERE patient_id = :patient AND staff_id = :staff)
                        OR EXISTS (
                          SELECT FROM team_member
                          JOIN clinician ON clinician.id = team_member.clinician_id
                          JOIN care_relationship care ON care.staff_id = clinician.person_id
                          WHERE team_member.staff_id = :staff AND care.patient_id = :patient)
                        """)
                .param("patient", patient.value())
                .param("staff", staff.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean worksWith(PersonId staff, ClinicianId clinician) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM team_member WHERE clinician_id = :clinician AND staff_id = :staff)
                            OR EXISTS (SELECT FROM clinician WHERE id = :clinician AND person_id = :staff)
                        """)
                .param("clinician", clinician.value())
                .param("staff", staff.value())
                .query(Boolean.class)
                .single();
    }
}
