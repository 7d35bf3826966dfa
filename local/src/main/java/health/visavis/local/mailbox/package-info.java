/// What would leave this machine by mail or SMS, kept and shown instead.
///
/// ```
/// notification ─▶ MailSender, SmsSender ─▶ local_mailbox ─▶ /mailbox   (demo only, and only to this machine)
/// ```
/// The page also stands in for the authenticator apps of the demo's staff. On a local network `/phone` helps a
/// phone to trust this clinic's certificate authority.
@NullMarked
package health.visavis.local.mailbox;

import org.jspecify.annotations.NullMarked;
