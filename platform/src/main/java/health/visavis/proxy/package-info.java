/// People who act for a patient: a daughter for her father, a mother for her child.
///
/// ```
/// InviteProxy (the patient) ──────────┐                    ┌─▶ AcceptProxy (has a sign-in)
/// RegisterRepresentative (the clinic) ┴─▶ link (links) ────┴─▶ WelcomeProxy (makes one: people) ─▶ proxy_grant
///        for an adult who cannot decide: AgreeToRepresentative (a second person) before it opens anything
/// access: ProxyGrants ◀─ is ─ store.Grants: until its time, the birthday, or an end ◀─ EndProxy, GiveBackProxy
/// ListProxies ─▶ the patient, the clinic    ActFor ─▶ the one who acts    ActingPeople ─▶ insight, web: names
/// ActingWatch ◀─ is ─ visit: whoever may not act any more gets up
/// ```
/// How long: [health.visavis.proxy.domain.ProxyRules]. What belongs to which scope:
/// [health.visavis.access.Action#proxyScope].
///
/// | table | holds |
/// |---|---|
/// | `proxy_invitation` | who was asked to act for whom, for what and until when |
/// | `proxy_agreement` | that a second person of the clinic has agreed |
/// | `proxy_invitation_end` | that it was taken back |
/// | `proxy_grant` | who may act for whom, for what and until when |
/// | `proxy_grant_end` | that it was ended before its time, by whom and why |
///
/// Rows are added and never changed. Publishes no events. Why so: docs/adr/0052.
@ApplicationModule(allowedDependencies = {"kernel", "access", "people", "links"})
@NullMarked
package health.visavis.proxy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
