package health.visavis.audit;

import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.PatientHead;
import health.visavis.audit.domain.PatientTree;
import health.visavis.audit.domain.Proofs;
import health.visavis.audit.domain.SignedCheckpoint;
import health.visavis.audit.domain.VerificationKey;
import health.visavis.audit.store.AuditLog;
import health.visavis.audit.store.AuditLog.Entry;
import health.visavis.audit.store.AuditLog.Standing;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the log holds about one patient, and the proof that it is all of it.
@Component
public class PatientTrail {

    private final AuditLog log;

    PatientTrail(AuditLog log) {
        this.log = log;
    }

    /// @param number which of the patient's entries, from 1
    public record OwnRow(long number, AuditEvent event) {}

    /// For a use case that has asked for its permission: the entries before this number, newest first. A row is here as
    /// soon as it is in the log.
    ///
    /// @param butNotBy whose acts are left out; null: nobody's
    public List<OwnRow> withoutPermissionCheck(PatientId patient, long before, int limit, @Nullable PersonId butNotBy) {
        return log.entriesOf(patient.value(), before, limit, butNotBy == null ? null : butNotBy.value()).stream()
                .map(entry -> new OwnRow(entry.number(), entry.row().event()))
                .toList();
    }

    /// Everything that somebody needs to verify the entries without us, in the words of `docs/compliance/audit-log.md`.
    ///
    /// @param note the signed checkpoint
    /// @param publicKey that verifies it, a SubjectPublicKeyInfo in base64
    /// @param fingerprint of that key
    /// @param place of the patient in the tree of the patients
    /// @param blind in base64
    /// @param earlier how many entries come before those that are here: they are older than six years and deleted
    /// @param earlierEnd the end of the patient's chain after those, in base64
    /// @param path from the patient's head to the root of that tree, each hash in base64
    /// @param entries oldest first: the values that are hashed, by name
    public record Proof(
            String note,
            String publicKey,
            String fingerprint,
            long place,
            String blind,
            List<String> path,
            long earlier,
            String earlierEnd,
            List<Map<String, @Nullable String>> entries) {}

    /// For a use case that has asked for its permission. Empty while no checkpoint covers an entry of this patient.
    @Transactional(readOnly = true)
    public Optional<Proof> proofWithoutPermissionCheck(PatientId patient) {
        return log.newestCheckpoint().map(SignedCheckpoint::parse).flatMap(signed -> proof(signed, patient.value()));
    }

    private Optional<Proof> proof(SignedCheckpoint signed, UUID patient) {
        var everybody = log.everybody(signed.checkpoint().size());
        var tree = new PatientTree();
        everybody.forEach(one ->
                tree.set(one.patient().place(), one.head().blinded(one.patient().blind())));
        return everybody.stream()
                .filter(one -> one.patient().id().equals(patient))
                .findFirst()
                .map(own -> proof(signed, own, tree));
    }

    private Proof proof(SignedCheckpoint signed, Standing own, PatientTree tree) {
        var key = VerificationKey.of(log.key(signed.key().hex()).orElseThrow());
        var place = own.patient().place();
        var kept = kept(own);
        var before = before(own, kept);
        return new Proof(
                signed.text(),
                Base64.getEncoder().encodeToString(key.encoded()),
                key.fingerprint(),
                place,
                own.patient().blind().text(),
                Proofs.inclusion(place, tree.size(), tree).stream()
                        .map(Hash::text)
                        .toList(),
                before.count(),
                before.end().text(),
                kept.stream().map(entry -> values(entry.row())).toList());
    }

    /// Oldest first.
    private List<Entry> kept(Standing own) {
        var count = own.head().count();
        return log.entriesOf(own.patient().id(), count + 1, Math.toIntExact(count), null)
                .reversed();
    }

    /// The chain as it was before what is kept.
    private PatientHead before(Standing own, List<Entry> kept) {
        var count = kept.isEmpty() ? own.head().count() : kept.getFirst().number() - 1;
        return count == 0
                ? PatientHead.NONE
                : log.headAfter(own.patient().place(), count).orElseThrow();
    }

    private static Map<String, @Nullable String> values(RecordedEvent row) {
        var form = CanonicalEvent.form(row);
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("version", form.version());
        values.put("id", form.id().toString());
        values.put("at", form.at());
        values.put("actor", form.actor().toString());
        values.put("roles", form.actorRoles());
        values.put("action", form.action());
        values.put("outcome", form.outcome());
        values.put("reason", form.reason());
        values.put("subject", form.subject() == null ? null : form.subject().toString());
        values.put("patients", form.patients());
        values.put("origin", form.origin());
        return values;
    }
}
