/// The simulated telephone carrier of the demo. No telephone rings and no sound is carried: whoever sits at this
/// machine plays the people who are called, on a page that says so.
///
/// ```
/// telephone ─▶ SimulatedCarrier ─▶ local_phone_call ─▶ /mailbox/telephone   (demo only, and only to this machine)
///     ▲                                                     │ answer, hang up, let it ring, call the clinic
///     └───────────────── PhoneDesk ◀────────────────────────┘
/// ```
@NullMarked
package health.visavis.local.telephone;

import org.jspecify.annotations.NullMarked;
