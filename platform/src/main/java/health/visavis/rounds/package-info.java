/// What the application does again and again by itself, for as long as it runs: sweeps, letters, watches.
///
/// ```
/// a component ─ is ─▶ MakesRounds ─ begins and ends with the application ─▶ Rounds (kernel)
/// ```
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.visavis.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
