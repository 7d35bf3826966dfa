package health.visavis.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.audit.AuditReader.Accesses;
import health.visavis.insight.AccessLine;
import health.visavis.insight.ReportAccess.UnusualReport;
import health.visavis.insight.Unusual;
import health.visavis.kernel.Requirement;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessExportTest {

    @Test
    @Requirement("AUD-06")
    void oneLineForEachWithTheNameOfWhoActedAndNoneOfAPatient() {
        var csv = AccessExport.csv(TrailPages.report(false, false, TrailPages.line(3, 1)));

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv.split("\r\n")[1])
                .startsWith(TrailPages.RUIZ + ",\"Ana Ruiz\",\"DOCTOR\"," + TrailPages.DELGADO + ",3,1,");
        assertThat(csv).doesNotContain("Delgado");
    }

    @Test
    @Requirement({"APP-16", "AUD-06"})
    void aPatientWhoActedHasNoNameEither() {
        var doctors = TrailPages.line(1, 0).accesses();
        var own = new Accesses(
                doctors.actor(),
                "PATIENT",
                doctors.patient(),
                doctors.times(),
                doctors.refused(),
                doctors.firstAt(),
                doctors.lastAt());
        var csv = AccessExport.csv(TrailPages.report(false, false, new AccessLine(own, "Luz Delgado", "Luz Delgado")));

        assertThat(csv).contains(",,\"PATIENT\",").doesNotContain("Delgado");
    }

    @Test
    void everyReasonIsNamedAndRolesStayInOneColumn() {
        var csv =
                AccessExport.csv(new UnusualReport(List.of(TrailPages.access(EnumSet.allOf(Unusual.class))), 1, false));

        assertThat(csv).contains("\"DOCTOR,ADMIN\"").doesNotContain("Delgado");
        assertThat(csv.split("\r\n")[1])
                .endsWith("read-chart,GRANTED,WATCHED SELF SAME_FAMILY_NAME EMERGENCY AFTER_HOURS NO_RELATIONSHIP");
    }

    @Test
    void aNameIsNeitherTwoColumnsNorAFormula() {
        assertThat(named("Ruiz, \"Ana\"")).contains(",\"Ruiz, \"\"Ana\"\"\",");
        assertThat(named("=1+1")).contains(",\"'=1+1\",");
        assertThat(named(null)).contains(TrailPages.RUIZ + ",,\"DOCTOR\"");
    }

    private static String named(String name) {
        var line = TrailPages.line(1, 0);
        return AccessExport.csv(
                TrailPages.report(false, false, new AccessLine(line.accesses(), name, line.patientName())));
    }
}
