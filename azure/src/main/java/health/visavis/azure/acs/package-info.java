/// Azure Communication Services: calls in rooms and their recording, SMS, mail and the telephone.
///
/// One small class per service speaks its REST interface on azure-core's pipeline; each request is one of
/// [AcsOperation], in the version named there. What goes wrong leaves here as [AcsProblem], without the
/// vendor's words. No call is made inside a database transaction.
@NullMarked
package health.visavis.azure.acs;

import org.jspecify.annotations.NullMarked;
