/// Who may do what to whose data: one table of actions ([Action]), one decision ([Access]), deny by default.
///
/// A use case takes an [Actor] as its first argument and asks [Access#require] on its first line; granted or
/// refused, the answer is on the audit trail. What access has to know about the world it asks through
/// [CareRelationships], which `people` answers, [EmergencyGrants], which `breakglass` answers, [PatientConsents], which
/// `consent` answers, [ProxyGrants], which `proxy` answers, and [VisitGuests], which `visit` answers. How sensitive
/// entries of a chart may be that are shown ([Sensitivity]) is part of the same decision.
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package health.visavis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
