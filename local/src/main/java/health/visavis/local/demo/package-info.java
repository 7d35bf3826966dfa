/// The local edition's start and stop, and the people of the demo clinic.
///
/// ```
/// LocalOptions ─▶ LocalEdition: database ─▶ sign-in provider ─▶ application     stops in the opposite order
///                                                               └─ DemoClinic links the accounts to persons by
/// invitation
///
/// local_account (account, person_id)   which person an account of this machine stands for
/// ```
@NamedInterface
@NullMarked
package health.visavis.local.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
