/// Links: a way in for somebody who has no account, made for one purpose and one subject.
///
/// ```
/// Links.make ─▶ token (shown once, only its hash is kept)
/// GET  page with the link ─▶ Links.look    uses nothing up: mail scanners follow links too
/// POST from that page     ─▶ Links.take    the browser that took it last is its only holder
/// every act of the holder ─▶ Links.heldBy
/// ```
/// A token is 256 random bits and says nothing. A link that is unknown, expired or withdrawn is
/// answered alike, and an address that has asked for too many of them is told to wait.
///
/// What a link opens is its maker's business: this module knows no person and asks no permission. Whoever makes,
/// withdraws or honours one has asked for theirs.
///
/// | table | holds |
/// |---|---|
/// | `link` | hash, purpose, subject, how long, which browser holds it |
@ApplicationModule(allowedDependencies = {"kernel", "limits"})
@NullMarked
package health.visavis.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
