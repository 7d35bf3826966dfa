package health.visavis.proof.without;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What makes an answer trustworthy and costs time.
public enum Part {
    /// Sessions are read from the database, unpacked, and written to it.
    SESSION(Set.of("org.springframework.session.jdbc.JdbcIndexedSessionRepository")),
    /// What the decision asks the database: who treats whom, consents, emergencies.
    DECISION(Set.of(
            "health.visavis.access.CareRelationships",
            "health.visavis.access.PatientConsents",
            "health.visavis.access.EmergencyGrants")),
    /// The database is told whose rows a transaction may touch, and holds the others back.
    WALL(Set.of("health.visavis.access.store.RowScopes")),
    /// Each look and act is a row of the trail, in the transaction of what it is about.
    AUDIT(Set.of("health.visavis.audit.AuditTrail")),
    /// What is about a patient is sealed, and opened again to be shown.
    ENCRYPTION(Set.of("health.visavis.keys.PatientCipher"));

    private final Set<String> types;

    Part(Set<String> types) {
        this.types = types;
    }

    static Optional<Part> of(Class<?> bean) {
        var names = Stream.concat(Stream.of(bean), Arrays.stream(bean.getInterfaces()))
                .map(Class::getName)
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(part -> part.types.stream().anyMatch(names::contains))
                .findFirst();
    }
}
