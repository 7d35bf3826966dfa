package health.visavis.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Sensitivity;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun.Label;
import health.visavis.chart.ImportRun.Rejection;
import health.visavis.chart.ReadChart;
import health.visavis.chart.WatchImports;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.people.ExternalId;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class FhirImportModuleTest {

    private static final String SYNTHEA = "https://github.com/synthetichealth/synthea";
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    @Autowired
    FhirImport fhirImport;

    @Autowired
    ReadChart readChart;

    @Autowired
    WatchImports watchImports;

    @Autowired
    People people;

    @Autowired
    PeopleFixtures fixtures;

    @TempDir
    Path folder;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());

    @Test
    void threePeopleComeInAndASecondRunChangesNothing() throws IOException {
        SyntheaFiles.everythingIn(folder);

        var first = run(folder);
        var second = run(folder);

        assertThat(first.rejections()).isEmpty();
        assertThat(first.counts().difference()).isZero();
        assertThat(first.counts().read()).isGreaterThan(1_000);
        assertThat(first.counts().openReferences()).isZero();
        assertThat(first.notTaken()).containsKey("DiagnosticReport").doesNotContainKey("Observation");
        assertThat(second.counts().unchanged())
                .isEqualTo(second.counts().read())
                .isEqualTo(first.counts().read());
        assertThat(second.counts().difference()).isZero();
    }

    @Test
    void whatTheReconciliationCountsIsInTheDatabase() throws IOException {
        SyntheaFiles.everythingIn(folder);
        run(folder);

        for (var file : new String[] {SyntheaFiles.LATONYA, SyntheaFiles.CORDIE, SyntheaFiles.JESSIE}) {
            var source = ResourceReader.JSON.readTree(SyntheaFiles.text(file));
            var expected = 0;
            for (var entry : source.path("entry")) {
                expected += Portion.types()
                                        .contains(entry.path("resource")
                                                .path("resourceType")
                                                .asText())
                                && !entry.path("resource")
                                        .path("resourceType")
                                        .asText()
                                        .equals("Medication")
                        ? 1
                        : 0;
            }
            var patient = patient(
                    source.path("entry").path(0).path("resource").path("id").asText());
            assertThat(rows("SELECT count(*) FROM chart_resource WHERE patient_id = ?", patient))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aChartReadsAsItsSourceSays() throws IOException {
        SyntheaFiles.everythingIn(folder);
        run(folder);
        var patient = patient("196b6069-9bdd-a3fb-20ce-47414b6e8cdd");

        var opened = readChart.of(doctor("9999990598"), patient);

        assertThat(opened.patient().displayName()).isEqualTo("Latonya Jami Stiedemann");
        var chart = opened.chart();
        assertThat(chart.allergies())
                .extracting(allergy -> allergy.what().display())
                .contains("Peanut (substance)");
        assertThat(chart.allergies().getFirst().isDangerous()).isTrue();
        assertThat(chart.allergies().getLast().isDangerous()).isFalse();
        assertThat(chart.medications()).anyMatch(one -> "1 per dose, 1 time every day".equals(one.dosage()));
        assertThat(chart.problems().getFirst().active()).isTrue();
        assertThat(chart.problems().getLast().active()).isFalse();
        assertThat(chart.medications())
                .isNotEmpty()
                .noneMatch(one -> one.what().display().isBlank());
        assertThat(chart.measurements().getFirst().latest().on())
                .isGreaterThanOrEqualTo(
                        chart.measurements().getFirst().newestFirst().getLast().on());
        assertThat(chart.documents()).anyMatch(one -> one.document().readable());
        var document = readChart.document(
                doctor("9999990598"), patient, chart.documents().getFirst().id());
        assertThat(document.text()).contains("Latonya");
    }

    @Test
    @Requirement("IAM-10")
    void aClinicianWhoNeverSawThePatientIsRefused() throws IOException {
        SyntheaFiles.everythingIn(folder);
        run(folder);
        var patient = patient("196b6069-9bdd-a3fb-20ce-47414b6e8cdd");
        var stranger = fixtures.doctor();

        assertThatThrownBy(() -> readChart.of(stranger, patient)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.of(fixtures.admin(), patient)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.of(fixtures.patient(), patient)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.of(stranger, PatientId.next()))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
        assertThat(rows(
                        "SELECT count(*) FROM audit_event WHERE patient_id = ? AND outcome = 'REFUSED' AND action = 'read-chart'",
                        patient))
                .isEqualTo(3);
    }

    @Test
    void aDocumentOfSomebodyElseIsAsUnknownAsNoDocument() throws IOException {
        SyntheaFiles.everythingIn(folder);
        run(folder);
        var doctor = doctor("9999990598");
        var latonya = patient("196b6069-9bdd-a3fb-20ce-47414b6e8cdd");
        var cordie = patient("069b5064-ff05-2225-3995-f32685518bc6");
        var hers = readChart.of(doctor, cordie).chart().documents().getFirst().id();

        assertThatThrownBy(() -> readChart.document(doctor, latonya, hers)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readChart.document(doctor, latonya, UUID.randomUUID()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void onlyAProcessOfOursOrAnAdminImports() throws IOException {
        SyntheaFiles.clinicIn(folder);

        assertThatThrownBy(() -> fhirImport.run(fixtures.doctor(), folder, 1, ImportListener.silent()))
                .hasRootCauseInstanceOf(AccessDenied.class);
        var byAdmin = fhirImport.run(fixtures.admin(), folder, 1, ImportListener.silent());
        assertThat(byAdmin.counts().rejected()).isZero();
    }

    @Test
    void everyBundleLeavesOneAuditEventForItsPatient() throws IOException {
        SyntheaFiles.everythingIn(folder);
        run(folder);
        var patient = patient("1e621f4c-db30-c273-49e9-2dcad508a9cb");
        var before = imports(patient);

        run(folder);

        assertThat(imports(patient)).isEqualTo(before + 1);
    }

    @Test
    void nothingOfTheChartCanBeReadInTheDatabase() throws IOException {
        var canary = "Canary yellow fever of the ninth moon";
        Files.writeString(folder.resolve("one.json"), bundle("canary", condition("canary", "c1", canary)));

        run(folder);

        for (var table : new String[] {"chart_resource", "import_run", "import_rejection", "import_not_taken"}) {
            var all = database.sql("SELECT * FROM " + table).query().listOfRows();
            for (var row : all) {
                row.values().forEach(value -> assertThat(text(value)).doesNotContain(canary));
            }
        }
        assertThat(rows("SELECT count(*) FROM chart_resource WHERE patient_id = ?", patient("canary")))
                .isEqualTo(2);
    }

    @Test
    void aBadResourceRejectsItselfWithItsLineAndWithoutItsValue() throws IOException {
        Files.writeString(
                folder.resolve("one.json"),
                bundle(
                        "p-bad",
                        condition("p-bad", "good", "Sprain"),
                        condition("p-bad", "date", "Sprain").replace("2020-02-03", "2020-13-77"),
                        condition("p-bad", "code", "Sprain").replace("\"code\"", "\"cod\""),
                        condition("p-bad", "subject", "Sprain").replace("Patient/p-bad", "Patient/nobody"),
                        condition("p-bad", "a b", "Sprain")));

        var result = run(folder);

        assertThat(result.counts().read()).isEqualTo(6);
        assertThat(result.counts().created()).isEqualTo(2);
        assertThat(result.counts().difference()).isZero();
        assertThat(result.rejections())
                .extracting(rejection -> rejection.line() + " " + rejection.reason())
                .containsExactlyInAnyOrder(
                        "4 a value that FHIR R4 does not allow: onsetDateTime",
                        "5 an element that FHIR R4 does not know: cod",
                        "6 Condition.subject refers to a patient that is not known",
                        "7 id is not a FHIR id");
        assertThat(result.rejections())
                .allSatisfy(
                        rejection -> assertThat(rejection.toString()).doesNotContain("2020-13-77", "nobody", "Sprain"));
    }

    @Test
    void aBrokenFileRejectsItselfAsAWholeWithTheLineOfTheFault() throws IOException {
        SyntheaFiles.clinicIn(folder);
        SyntheaFiles.patientsIn(folder, SyntheaFiles.JESSIE);
        var whole = bundle("p-cut", condition("p-cut", "c1", "Sprain"), condition("p-cut", "c2", "Sprain"));
        Files.writeString(folder.resolve("Smith_John.json"), whole.substring(0, whole.lastIndexOf("Sprain")));
        Files.writeString(folder.resolve("empty.json"), "");

        var result = run(folder);

        assertThat(result.counts().rejected()).isEqualTo(2);
        assertThat(result.counts().difference()).isZero();
        assertThat(result.rejections())
                .anySatisfy(rejection -> {
                    assertThat(rejection.line()).isEqualTo(4);
                    assertThat(rejection.reason()).isEqualTo("not well-formed JSON");
                })
                .allSatisfy(rejection -> assertThat(rejection.file()).doesNotContain("Smith"));
        assertThat(people.patientNamed(new ExternalId(SYNTHEA, "p-cut"))).isEmpty();
    }

    @Test
    void aBundleMayPutItsPatientLast() throws IOException {
        var patientFirst = bundle("p-last", condition("p-last", "c1", "Sprain"));
        var lines = patientFirst.split("\n");
        var turned = lines[0] + "\n" + lines[2] + ",\n" + lines[1].replaceAll(",$", "") + "\n" + lines[3];
        Files.writeString(folder.resolve("one.json"), turned);

        var result = run(folder);

        assertThat(result.rejections()).isEmpty();
        assertThat(result.counts().created()).isEqualTo(2);
    }

    @Test
    void linesOfNdjsonAreImportedTypeByType() throws IOException {
        Files.writeString(
                folder.resolve("Condition.ndjson"),
                condition("p-lines", "c1", "Sprain") + "\n\n{\"resourceType\":\n" + condition("p-lines", "c2", "Sprain")
                        + "\n" + "{\"resourceType\":\"Basic\",\"id\":\"b\"}\n");
        Files.writeString(folder.resolve("Patient.ndjson"), patientJson("p-lines") + "\n");

        var first = run(folder);
        var later = run(folder.resolve("Condition.ndjson"));

        assertThat(first.counts().created()).isEqualTo(3);
        assertThat(first.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.file()).contains("Condition.ndjson");
        });
        assertThat(first.notTaken()).containsEntry("Basic", 1L);
        assertThat(first.counts().difference()).isZero();
        assertThat(later.counts().unchanged()).isEqualTo(2);
    }

    @Test
    void aReferenceThatLeadsNowhereInItsBundleIsRejectedAndAnUnknownClinicianIsLeftOpen() throws IOException {
        var dangling = condition("p-refs", "c1", "Sprain")
                .replace(
                        "\"subject\"",
                        "\"encounter\":{\"reference\":\"urn:uuid:0dd1a2b3-0000-4000-8000-000000000000\"},\"subject\"");
        var encounter = """
                {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/p-refs"},\
                "participant":[{"individual":{"reference":"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|0","display":"Dr. Who"}}],\
                "period":{"start":"2020-02-03T10:00:00Z"}}""";
        Files.writeString(folder.resolve("one.json"), bundle("p-refs", dangling, encounter));

        var result = run(folder);

        assertThat(result.rejections())
                .singleElement()
                .satisfies(rejection ->
                        assertThat(rejection.reason()).isEqualTo("encounter refers to nothing in its bundle"));
        assertThat(result.counts().openReferences()).isEqualTo(1);
        assertThat(result.counts().difference()).isZero();
    }

    @Test
    @Requirement("NXT-03")
    void aRehearsalCountsLikeAnImportAndKeepsNothing() throws IOException {
        Files.writeString(folder.resolve("one.json"), bundle("p-dry", condition("p-dry", "c1", "Sprain")));
        var runs = database.sql("SELECT count(*) FROM import_run")
                .query(Long.class)
                .single();

        var rehearsed = fhirImport.rehearse(Actor.system("import"), folder, 1, ImportListener.silent());

        assertThat(rehearsed.counts().created()).isEqualTo(2);
        assertThat(rehearsed.counts().difference()).isZero();
        assertThat(people.patientNamed(new ExternalId(SYNTHEA, "p-dry"))).isEmpty();
        assertThat(database.sql("SELECT count(*) FROM import_run")
                        .query(Long.class)
                        .single())
                .isEqualTo(runs);
        assertThat(run(folder).counts().created()).isEqualTo(2);
    }

    @Test
    void anImportThatIsStoppedKeepsWhatItHasStoredAndGoesOnFromThere() throws IOException {
        for (var number = 1; number <= 5; number++) {
            var patient = "p-stopped-" + number;
            Files.writeString(
                    folder.resolve(number + ".json"), bundle(patient, condition(patient, "c" + number, "Sprain")));
        }

        assertThatThrownBy(() -> fhirImport.run(Actor.system("import"), folder, 1, stopping(Thread.currentThread())))
                .isInstanceOf(ImportStopped.class);
        assertThat(database.sql("SELECT state FROM import_run ORDER BY started_at DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
        var again = run(folder).counts();

        assertThat(again.rejected()).isZero();
        assertThat(again.unchanged()).isPositive();
        assertThat(again.created()).isPositive();
        assertThat(again.difference()).isZero();
    }

    /// Interrupts whoever imports when the first bundle is stored, and goes on when the worker has heard of it.
    private static ImportListener stopping(Thread importing) {
        var stopped = new AtomicBoolean();
        return new ImportListener() {
            @Override
            public void progress(ImportProgress progress) {
                if (stopped.compareAndSet(false, true)) {
                    importing.interrupt();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                }
            }

            @Override
            public void rejected(Rejection rejection) {}
        };
    }

    @Test
    void aChangedResourceIsUpdatedAndARetractedOneIsNoLongerShown() throws IOException {
        var file = folder.resolve("one.json");
        Files.writeString(
                file, bundle("p-change", condition("p-change", "c1", "Sprain"), condition("p-change", "c2", "Cold")));
        run(folder);

        Files.writeString(
                file,
                bundle(
                        "p-change",
                        condition("p-change", "c1", "Fracture"),
                        condition("p-change", "c2", "Cold")
                                .replace(
                                        "\"subject\"",
                                        "\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]},\"subject\"")));
        var result = run(folder);

        assertThat(result.counts().updated()).isEqualTo(2);
        assertThat(result.counts().unchanged()).isEqualTo(1);
        var patient = patient("p-change");
        var own = Actors.patient(people.patient(patient).orElseThrow().person(), patient);
        assertThat(readChart.of(own, patient).chart().problems())
                .extracting(problem -> problem.what().display())
                .containsExactly("Fracture");
    }

    private Reconciliation run(Path path) throws IOException {
        return fhirImport.run(Actor.system("import"), path, 2, ImportListener.silent());
    }

    private PatientId patient(String value) {
        return people.patientNamed(new ExternalId(SYNTHEA, value)).orElseThrow();
    }

    private Actor doctor(String npi) {
        var clinician = people.clinicianNamed(new ExternalId(NPI, npi))
                .flatMap(people::clinician)
                .orElseThrow();
        return Actors.doctor(clinician.person(), clinician.id());
    }

    private long imports(PatientId patient) {
        return rows("SELECT count(*) FROM audit_event WHERE patient_id = ? AND action = 'import-chart'", patient);
    }

    @Test
    @Requirement("IAM-10")
    void securityLabelsSayHowEntriesAreGuarded() throws IOException {
        var confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
        var act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        var labels = new LinkedHashMap<String, String>();
        labels.put("normal", label(confidentiality, "N"));
        labels.put("restricted", label(confidentiality, "R"));
        labels.put("very", label(confidentiality, "V"));
        labels.put("hiv", label(act, "HIV"));
        labels.put("part2", label(act, "42CFRPart2"));
        labels.put("alcohol", label(act, "ETH") + "," + label(confidentiality, "R"));
        labels.put("adolescent", label(act, "ADOL"));
        labels.put("counseling", label(act, "42CFRPart2") + "," + label(act, "PSYTHPN"));
        labels.put("unknown-code", label(confidentiality, "X"));
        labels.put("unknown-kind", label(act, "NOVEL"));
        labels.put("unknown-system", label("urn:example:clinic", "staff"));
        labels.put("for-treatment", label("http://terminology.hl7.org/CodeSystem/v3-ActReason", "TREAT"));
        Files.writeString(
                folder.resolve("one.json"),
                bundle(
                        "p-labels",
                        labels.entrySet().stream()
                                .map(label ->
                                        labelled(condition("p-labels", label.getKey(), "Sprain"), label.getValue()))
                                .toArray(String[]::new)));

        var result = run(folder);

        assertThat(result.rejections()).isEmpty();
        assertThat(labelsOf("p-labels"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("normal", "ORDINARY"),
                        Map.entry("restricted", "RESTRICTED"),
                        Map.entry("very", "RESTRICTED"),
                        Map.entry("hiv", "RESTRICTED"),
                        Map.entry("part2", "PART2"),
                        Map.entry("alcohol", "PART2"),
                        Map.entry("adolescent", "MINOR_CONFIDENTIAL"),
                        Map.entry("counseling", "KEPT_APART"),
                        Map.entry("unknown-code", "RESTRICTED"),
                        Map.entry("unknown-kind", "RESTRICTED"),
                        Map.entry("unknown-system", "RESTRICTED"),
                        Map.entry("for-treatment", "ORDINARY")));
        assertThat(result.labels())
                .isEqualTo(Map.of(
                        new Label(Sensitivity.RESTRICTED, true), 3L,
                        new Label(Sensitivity.RESTRICTED, false), 3L,
                        new Label(Sensitivity.MINOR_CONFIDENTIAL, true), 1L,
                        new Label(Sensitivity.PART2, true), 2L,
                        new Label(Sensitivity.KEPT_APART, true), 1L));
        assertThat(watchImports.recent(fixtures.admin()).getFirst().labels()).isEqualTo(result.labels());
    }

    /// Retracted entries, a medication that came apart, and a document's own label.
    @Test
    void labelsAreReadWhereverTheyStand() throws IOException {
        var label = label("http://terminology.hl7.org/CodeSystem/v3-ActCode", "SUD");
        Files.writeString(
                folder.resolve("one.json"),
                bundle(
                        "p-places",
                        """
                {"resourceType":"Medication","id":"m1","meta":{"security":[%s]},"code":{"text":"Buprenorphine"}}\
                """.formatted(label).strip(),
                        """
                {"resourceType":"MedicationRequest","id":"apart","status":"active","intent":"order",\
                "subject":{"reference":"Patient/p-places"},"medicationReference":{"reference":"Medication/m1"}}\
                """.strip(),
                        """
                {"resourceType":"DocumentReference","id":"document","status":"current","type":{"text":"Note"},\
                "securityLabel":[{"coding":[%s]}],"subject":{"reference":"Patient/p-places"},\
                "content":[{"attachment":{"contentType":"text/plain","data":"YQ=="}}]}\
                """.formatted(label).strip(),
                        labelled(condition("p-places", "retracted", "Sprain"), label)
                                .replace(
                                        "\"subject\"",
                                        "\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]},\"subject\"")));

        var result = run(folder);

        assertThat(result.rejections()).isEmpty();
        assertThat(labelsOf("p-places")).isEqualTo(Map.of("apart", "PART2", "document", "PART2", "retracted", "PART2"));
    }

    @Test
    void aBundleThatAloneIsLabelledIsMeantAsAWhole() throws IOException {
        var act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        var whole = "{\"meta\":{\"security\":[" + label(act, "42CFRPart2") + "]},\"resourceType\"";
        Files.writeString(
                folder.resolve("alone.json"),
                bundle("p-whole", condition("p-whole", "one", "Sprain"), condition("p-whole", "two", "Sprain"))
                        .replaceFirst("\\{\"resourceType\"", whole));
        Files.writeString(
                folder.resolve("marked.json"),
                bundle(
                                "p-marked",
                                labelled(condition("p-marked", "one", "Sprain"), label(act, "SUD")),
                                condition("p-marked", "two", "Sprain"))
                        .replaceFirst("\\{\"resourceType\"", whole));

        run(folder);

        assertThat(labelsOf("p-whole")).isEqualTo(Map.of("one", "PART2", "two", "PART2"));
        assertThat(labelsOf("p-marked")).isEqualTo(Map.of("one", "PART2", "two", "ORDINARY"));
    }

    private Map<String, String> labelsOf(String patient) {
        var labels = new HashMap<String, String>();
        database.sql("SELECT resource_id, sensitivity FROM chart_resource WHERE patient_id = ? AND type <> 'Patient'")
                .param(patient(patient).value())
                .query(row -> {
                    labels.put(row.getString("resource_id"), row.getString("sensitivity"));
                });
        return labels;
    }

    private static String label(String system, String code) {
        return "{\"system\":\"" + system + "\",\"code\":\"" + code + "\"}";
    }

    private static String labelled(String resource, String labels) {
        return resource.replaceFirst("\"id\"", "\"meta\":{\"security\":[" + labels + "]},\"id\"");
    }

    private long rows(String count, PatientId patient) {
        return database.sql(count).param(patient.value()).query(Long.class).single();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }

    /// A bundle with an entry in every line from the second.
    private static String bundle(String patient, String... resources) {
        var lines = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[\n");
        lines.append("{\"fullUrl\":\"urn:uuid:")
                .append(patient)
                .append("\",\"resource\":")
                .append(patientJson(patient))
                .append("}");
        for (var resource : resources) {
            lines.append(",\n{\"resource\":").append(resource).append("}");
        }
        return lines.append("\n]}").toString();
    }

    private static String patientJson(String id) {
        return """
                {"resourceType":"Patient","id":"%s","identifier":[{"system":"%s","value":"%s"}],\
                "name":[{"family":"Test","given":["Patient"]}],"gender":"female","birthDate":"1980-01-02"}""".formatted(id, SYNTHEA, id);
    }

    private static String condition(String patient, String id, String display) {
        return """
                {"resourceType":"Condition","id":"%s","code":{"text":"%s"},"subject":{"reference":"Patient/%s"},\
                "onsetDateTime":"2020-02-03"}""".formatted(id, display, patient);
    }
}
