package health.visavis.access;

import java.util.Locale;

/// Why rows of patients are touched that nobody has asked for: work of the clock, or what another act brings with it.
/// There is nobody to decide about, so each is named here, and in docs/compliance/row-level-security.md.
public enum Unasked {
    /// The round that tells people of messages they have not read: when, in which conversation; never what.
    UNREAD_NOTICES,
    /// Whether a patient and a clinician are still in contact, when one of their ties has ended.
    CARE_REVIEW;

    /// As the database is told, such as `unread-notices`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
