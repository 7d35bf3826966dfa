/// Which requirement is proved by which test, and whether that test passed: reads the `@Requirement` marks from
/// the compiled tests, the results from Surefire's reports, the checks of the templates for Azure, and what we claim
/// from `docs/compliance/rows.csv`.
///
/// ```
/// rows.csv (id, feature, where, claim) ─┐
/// */target/test-classes  (@Requirement) ┼─▶ traceability.md, and a failure for each claim without a passing test
/// */target/surefire-reports (results)  ─┤
/// .visavis/template-tests.xml          ─┘
/// ```
@NullMarked
package health.visavis.proof.traceability;

import org.jspecify.annotations.NullMarked;
