/// What patients agree to, take back, and see of both. So far one kind: that those who treat them see records of
/// treatment for a substance use disorder, for treatment, payment and health care operations (42 CFR 2.31).
///
/// ```
/// ReadOwnConsents ─ the statement, as it is shown ─▶ GiveConsent ─▶ consent (kind, for whom, wording, language, until)
/// ReadOwnConsents.withdrawal ─ Access.simulate: who would no longer see what ─▶ WithdrawConsent ─▶ consent_withdrawal
/// access: PatientConsents ◀─ is ─ ConsentsInForce: given, not expired, not withdrawn, for whoever asks
/// chart: LabelledEntries ─▶ how many entries it is about
/// ```
///
/// | table | holds |
/// |---|---|
/// | `consent` | what a patient agreed to: which words, for whom, until when |
/// | `consent_withdrawal` | that it was taken back |
///
/// Rows are added and never changed; what counts is asked at each decision, so a withdrawal counts from the next
/// request on. Publishes no events. Why so: docs/adr/0053.
@ApplicationModule(allowedDependencies = {"kernel", "access", "people", "chart"})
@NullMarked
package health.visavis.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
