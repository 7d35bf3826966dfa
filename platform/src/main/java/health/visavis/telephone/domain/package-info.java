/// What a telephone call goes through.
///
/// ```
/// out  Dialling ─▶ Ringing ─▶ Answered ─▶ Ended          in  Holding ─▶ Answered ─▶ Ended
///          └──────────┴───── busy, no answer, failed, hung up ──────────┴───▲
/// ```
///
/// Knows the JDK, the kernel and itself. Open as a named interface, because carriers tell steps and pages draw endings.
@NamedInterface("domain")
@NullMarked
package health.visavis.telephone.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
