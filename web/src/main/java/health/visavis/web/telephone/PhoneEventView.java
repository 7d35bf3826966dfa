package health.visavis.web.telephone;

import static health.visavis.access.Action.SEE_WAITING_ROOM;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.telephone.PhoneCallSummary;
import health.visavis.telephone.ReadTelephone;
import health.visavis.web.live.LiveEventView;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the telephone of a visit does now, without its number; for a waiting room only that something changed.
@Component
class PhoneEventView implements LiveEventView {

    private final ReadTelephone readTelephone;
    private final Access access;

    PhoneEventView(ReadTelephone readTelephone, Access access) {
        this.readTelephone = readTelephone;
        this.access = access;
    }

    record Changed(UUID visit) {}

    /// @param standing of the last call: `dialling`, `ringing`, `holding`, `answered`, `ended`; `none` before the first
    /// @param ending why it ended, such as `no-answer`
    record Standing(
            UUID visit,
            boolean byPhone,
            String standing,
            @Nullable String ending) {}

    @Override
    public String kind() {
        return "phone";
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        if (event.topic().kind().equals("clinician")) {
            var waitingRoom = SEE_WAITING_ROOM.of(new ClinicianId(event.topic().id()));
            return access.allows(viewer, waitingRoom) ? new Changed(event.ref()) : null;
        }
        var telephone = readTelephone.read(viewer, new VisitId(event.ref()));
        var last = telephone.calls().isEmpty() ? null : telephone.calls().getLast();
        return new Standing(
                event.ref(),
                telephone.byPhone() != null,
                last == null ? "none" : last.standing().name().toLowerCase(Locale.ROOT),
                last == null ? null : ending(last));
    }

    private static @Nullable String ending(PhoneCallSummary last) {
        var ending = last.ending();
        return ending == null ? null : ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
