/// The call list for the hour in which the platform is down: who is expected today, when, with whom, and at which
/// number. Written every few minutes into a folder, sealed; opened offline by a command that needs neither database
/// nor server.
///
/// ```
/// visits, people, telephone ─▶ CallListRound ─▶ call-list.visavis (one data key per file)
///                                                 ├── wrapped by KeyVault: opens where the clinic's keys are
///                                                 └── wrapped for the recovery key: opens with the passphrase
/// ```
///
/// No reason for a visit and nothing else of the chart is in it. No tables.
@ApplicationModule(allowedDependencies = {"kernel", "access", "keys", "people", "visit", "telephone", "rounds"})
@NullMarked
package health.visavis.calllist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
