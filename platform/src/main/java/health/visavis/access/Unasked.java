package health.visavis.access;

import java.util.Locale;

/// Why rows of patients are touched without a grant that opens them: work of the clock, what another act brings with
/// it, what was granted in an earlier transaction or to a guest of one visit. Each is named here, and in
/// docs/compliance/row-level-security.md. It opens the tables whose policies name it, and no others.
public enum Unasked {
    /// The round that tells people of messages they have not read: when, in which conversation; never what.
    UNREAD_NOTICES,
    /// Whether a patient and a clinician are still in contact, when one of their ties has ended.
    CARE_REVIEW,
    /// Storing, reading and deleting a file, chunk by chunk and outside of the transaction that granted it.
    FILE_CONTENT,
    /// The round that deletes files to which nothing refers.
    FILE_SWEEP,
    /// What a telephone carrier tells and is told; it names calls and no patients.
    TELEPHONE_NEWS,
    /// The visit of a guest, whose grant or link names it: a guest is granted no patient's rows.
    GUEST_OF_VISIT,
    /// The round that tells open pages who has gone from a visit.
    PRESENCE_ROUND,
    /// Whether a call is recorded, for everybody who is in it: a guest is granted no rows of it, and whoever sits down
    /// pauses what runs.
    RECORDED_CALL,
    /// What those who make recordings are told and hand in, and the rounds that tell them and delete what is old.
    RECORDER;

    /// As the database is told, such as `unread-notices`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
