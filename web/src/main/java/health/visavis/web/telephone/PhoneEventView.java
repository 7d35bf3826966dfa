package health.visavis.web.telephone;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.telephone.PhoneCallSummary;
import health.visavis.telephone.ReadTelephone;
import health.visavis.web.live.LiveEventView;
import health.visavis.web.visit.VisitAudience;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the telephone of a visit does now, without its number; for a waiting room only that something changed.
@Component
class PhoneEventView implements LiveEventView {

    private final ReadTelephone readTelephone;
    private final VisitAudience audience;

    PhoneEventView(ReadTelephone readTelephone, VisitAudience audience) {
        this.readTelephone = readTelephone;
        this.audience = audience;
    }

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
        return audience.hears(viewer, event, visit -> standing(viewer, visit));
    }

    private Standing standing(Actor viewer, VisitId id) {
        var telephone = readTelephone.read(viewer, id);
        var last = telephone.calls().isEmpty() ? null : telephone.calls().getLast();
        return new Standing(
                id.value(),
                telephone.byPhone() != null,
                last == null ? "none" : last.standing().name().toLowerCase(Locale.ROOT),
                last == null ? null : ending(last));
    }

    private static @Nullable String ending(PhoneCallSummary last) {
        var ending = last.ending();
        return ending == null ? null : ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
