/// Append-only record of who saw or did what (45 CFR 164.312(b)), written in the transaction of the act itself:
/// if the row cannot be written, nothing happens and nothing is shown. Over it lies a log that shows any later change.
///
/// ```
/// AuditTrail ─ in the caller's transaction ─▶ audit_event ──< audit_event_patient      the patients a list showed
///                                                └ trigger ─▶ audit_unsequenced
/// LogRounds, one instance at a time ─▶ LogRound: 1. rows get their places    audit_log_leaf, audit_log_node,
///                                                                            audit_log_patient ──<
/// audit_log_patient_entry
///                                                2. CheckpointSigner signs   audit_checkpoint, audit_log_key
///                                                3. CheckpointWitness keeps  audit_export
/// AuditVerification ◀─ all of these, and what the witnesses keep
/// PatientTrail ─▶ what the log holds of one patient, and the proof that it is all of it
/// ```
/// The application's database role can insert and select here, nothing else, but for the queue, from which it takes.
/// Rows carry ids and codes, no names and no clinical content. Form of the leaves: [CanonicalEvent]. Why so:
/// docs/adr/0033.
@ApplicationModule(allowedDependencies = {"kernel", "rounds"})
@NullMarked
package health.visavis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
