package health.visavis.web.consent;

import health.visavis.consent.ConsentPeriod;
import health.visavis.consent.Recipients;
import health.visavis.kernel.ClinicianId;
import health.visavis.web.components.Choice;
import health.visavis.web.i18n.Language;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param recipients [#ALL] or the id of one clinician
/// @param wording the version of the statement that was on the page
/// @param language in which it was on the page
public record ConsentForm(
        @Nullable String recipients,
        @Nullable String period,
        @Nullable Integer wording,
        @Nullable String language,
        @Nullable Boolean agreed) {

    public static final String ALL = "all";

    static ConsentForm empty() {
        return new ConsentForm(null, null, null, null, null);
    }

    Optional<Recipients> chosenRecipients() {
        if (ALL.equals(recipients)) {
            return Optional.of(new Recipients.AllWhoTreat());
        }
        try {
            return Optional.ofNullable(recipients)
                    .map(UUID::fromString)
                    .map(id -> new Recipients.OneClinician(new ClinicianId(id)));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    Optional<ConsentPeriod> chosenPeriod() {
        return Choice.named(ConsentPeriod.class, period);
    }

    Optional<Language> shownLanguage() {
        return Optional.ofNullable(language).flatMap(Language::of);
    }

    int shownWording() {
        return wording == null ? 0 : wording;
    }

    /// A box that is not ticked is not sent.
    public boolean isAgreed() {
        return Boolean.TRUE.equals(agreed);
    }
}
