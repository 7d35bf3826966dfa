/// Messages between a patient and the care team, outside a visit and in it.
///
/// ```
/// message_thread ──< message             numbered 1, 2, 3 … within the thread; body sealed with the patient's data key
///       │               └── message_file  what was sent with it: a stored file, and its preview
///       └──────────< thread_participant  how far each person has read
/// ```
///
/// A message that was acknowledged is committed and flushed to disk. [PostOffice] puts messages that arrive
/// together into one commit, and sending the same message twice (same sender, same client id) stores it once. A
/// live event `message` goes to the thread, `unread` to every other participant; both carry ids only.
///
/// A file comes with a message ([SendFile]) and is read through it ([ReadFile]): whoever may read the conversation
/// when he asks for the file may read the file, and each time is on the trail.
///
/// Following a thread is one act on the audit trail, as opening a page is; what arrives while following rides
/// on it, and the permission is asked again for each message.
@ApplicationModule(allowedDependencies = {"kernel", "access", "files", "keys", "live", "people", "people :: domain"})
@NullMarked
package health.visavis.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
