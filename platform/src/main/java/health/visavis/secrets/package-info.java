/// Secrets are not in the configuration: it says where each lies, and what is read from there prints `[REDACTED]`.
///
/// ```
/// settings ─▶ SecretsAtStart: refuses literal values
///                 ├─▶ Secrets ─▶ what Visavis itself uses, when it is used
///                 └─▶ SecretsOfSpring ─▶ what Spring uses, read at the start
/// both ─▶ SecretStore ─ file://… ─▶ FileSecrets
///                     └ keyvault://… ─▶ the adapter that SecretStoreMaker finds on the class path
/// ```
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.visavis.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
