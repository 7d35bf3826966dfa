/// What an administrator has to look at: somebody guesses, reads too much, is in two places, or the trail is not as it
/// was written. [AlarmKind] is the one catalogue: names, metric, rules for Azure and the page are made from it.
///
/// ```
/// audit: AuditReader ─ every half minute, one instance at a time ─▶ TrailRound ─ domain ─┐
/// audit: TrailVerification ─ once a day ─▶ VerificationRound ────────────────────────────┤
/// audit: LogTrouble ◀─ is ─ TrailTrouble ────────────────────────────────────────────────┼─▶ Alarms ─▶ alarm
/// any capability above (keys, access, people) ───────────────────────────────────────────┘     │
///                        metric and log event of that name ◀─ AlarmTelling ◀─ AlarmRaised ◀────┘
/// ```
///
/// | table | holds |
/// |---|---|
/// | `alarm` | one alarm: kind, about whom, when, how many acts; who has seen it and what it was |
/// | `alarm_round` | up to when a round has looked |
///
/// What was recorded is looked at again until its window is over; that no two alarms about the same overlap is a
/// constraint of the table, so it does not matter how many instances look. Why so: docs/adr/0042.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "rounds"})
@NullMarked
package health.visavis.alarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
