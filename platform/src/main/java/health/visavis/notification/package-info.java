/// Tells people by mail and SMS what happened, in their language and their zone.
///
/// ```
/// scheduling's events ─▶ AppointmentLetters ─┐
/// messaging's unread notices ─▶ LetterRound ─┴▶ letter ─▶ LetterRound (claims, sends, notes) ─▶ MailSender, SmsSender
/// sign-ins on a new device ─▶ NewDeviceLetter ─▶ letter
/// a carrier's reports ─▶ DeliveryReports ─▶ delivery_report ─▶ the clinic's page of the appointment
/// ```
///
/// Nothing that leaves the house this way names a person, a clinician or a reason: a time with its zone and a
/// link to the site, no more. A letter is written in the transaction of its cause and sent outside any
/// transaction; a row is claimed by one instance at a time, and sent again only when an instance dies between
/// sending and noting it. A reminder looks at the appointment once more before it goes out.
///
/// A visit that is confirmed has a live link (see `visit`). [LinkRound] tries each from outside all the same: a name
/// or a certificate can have run out.
///
/// | table | holds |
/// |---|---|
/// | `letter` | what to send to whom and when; neither address nor text |
/// | `delivery_report` | whether a letter reached its reader, where the carrier says so |
/// | `link_check` | that the link of a visit was tried a day and half an hour before, and what is wrong with it |
@ApplicationModule(allowedDependencies = {"kernel", "access", "people", "scheduling", "visit", "messaging", "rounds"})
@NullMarked
package health.visavis.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
