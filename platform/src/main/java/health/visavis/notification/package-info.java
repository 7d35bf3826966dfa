/// Tells people by mail and SMS what happened, in their language and their zone.
///
/// Nothing that leaves the house this way names a person, a clinician or a reason: a time with its zone and a link to
/// the site, no more.
/// The ports [MailSender] and [SmsSender] are implemented by the editions (`local`: the mailbox page).
@NullMarked
package health.visavis.notification;

import org.jspecify.annotations.NullMarked;
