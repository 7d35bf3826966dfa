/// Files of patients: what is let in, and how it is kept.
///
/// ```
/// stored_file ──< file_chunk     ciphertext; only where the database is the ChunkStore
///      │
///      └ sealed with the patient's data key: name, kind, measures; each chunk with its place and how many there are
/// ```
/// [FileIntake] looks at what somebody sends: what it is by its content, whether the clinic's [FileScanner] finds
/// anything in it. Pictures are drawn anew, so that nothing of the sent file but its pixels stays. [EncryptedFiles]
/// seals and stores the rest: a file is first staged, and kept by the transaction that refers to it; what nothing
/// refers to within the hour is swept away.
///
/// What a person sent counts against [FileQuota]; what the platform makes itself, a preview or a recording, does not.
///
/// No use case lives here. Whoever owns the record to which a file belongs (a message, a recording) asks for the
/// permission.
@ApplicationModule(allowedDependencies = {"kernel", "access", "keys", "rounds"})
@NullMarked
package health.visavis.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
