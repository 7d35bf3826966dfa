package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicId;
import health.visavis.people.store.Clinics;
import health.visavis.people.store.ExternalIds;
import health.visavis.people.store.ExternalIds.Kind;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Adds a clinic (FHIR Organization or Location), or brings what we hold up to date.
@UseCase
public class RegisterClinic {

    private final Access access;
    private final ExternalIds externalIds;
    private final Clinics clinics;

    RegisterClinic(Access access, ExternalIds externalIds, Clinics clinics) {
        this.access = access;
        this.externalIds = externalIds;
        this.clinics = clinics;
    }

    public Registration<ClinicId> register(
            Actor actor, ExternalId externalId, String name, @Nullable String phone, ZoneId zone) {
        access.require(actor, Action.REGISTER_CLINIC.anyone());
        var known = externalIds.find(Kind.CLINIC, externalId).map(ClinicId::new);
        if (known.isEmpty()) {
            var id = ClinicId.next();
            clinics.add(id, name, phone, zone);
            externalIds.add(Kind.CLINIC, externalId, id.value());
            return new Registration.Created<>(id);
        }
        var id = known.get();
        return clinics.update(id, name, phone, zone)
                ? new Registration.Updated<>(id)
                : new Registration.Unchanged<>(id);
    }
}
