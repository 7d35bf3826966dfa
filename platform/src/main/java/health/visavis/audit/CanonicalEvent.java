package health.visavis.audit;

import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.Netstrings;
import health.visavis.kernel.Algorithms;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the trail as the leaf of the log.
///
/// A patient's own file shows its rows' leaves. So that it tells nothing of others, the patients that a row is about,
/// and from where somebody acted, are in it as SHA-256 values only; both hide what they are made from, since ids of
/// patients and hashes of sessions cannot be guessed. Where there is no session there is no person's address either.
final class CanonicalEvent {

    /// Whoever changes the form raises the number and keeps the old form for old rows.
    private static final String VERSION = "visavis-audit-event/1";

    /// As exact as the database keeps it.
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalEvent() {}

    static Hash leaf(RecordedEvent row) {
        return Hash.ofLeaf(encoded(row));
    }

    /// The values that are hashed, in their order; also what a patient's own file shows of a row.
    record Form(
            String version,
            UUID id,
            String at,
            UUID actor,
            String actorRoles,
            String action,
            String outcome,
            String reason,
            @Nullable UUID subject,
            String patients,
            String origin) {

        byte[] encoded() {
            return new Netstrings()
                    .add(version)
                    .add(id)
                    .add(at)
                    .add(actor)
                    .add(actorRoles)
                    .add(action)
                    .add(outcome)
                    .add(reason)
                    .add(subject)
                    .add(patients)
                    .add(origin)
                    .bytes();
        }
    }

    static Form form(RecordedEvent row) {
        var event = row.event();
        return new Form(
                VERSION,
                event.id(),
                text(event.at()),
                event.actor().value(),
                event.actorRoles(),
                event.action(),
                event.outcome().name(),
                event.reason(),
                event.subject(),
                patients(row),
                digest(new Netstrings()
                        .add(event.address())
                        .add(event.session())
                        .add(event.instance())));
    }

    static byte[] encoded(RecordedEvent row) {
        return form(row).encoded();
    }

    private static String text(Instant at) {
        return MICROSECONDS.format(at);
    }

    private static String patients(RecordedEvent row) {
        var whom = new Netstrings().add(row.event().patient());
        shown(row.shown()).forEach(whom::add);
        return digest(whom);
    }

    /// However the database returns them.
    private static List<String> shown(List<UUID> patients) {
        return patients.stream().map(UUID::toString).sorted().toList();
    }

    private static String digest(Netstrings values) {
        try {
            return HexFormat.of().formatHex(Algorithms.inUse().digest("SHA-256").digest(values.bytes()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is not available", missing);
        }
    }
}
