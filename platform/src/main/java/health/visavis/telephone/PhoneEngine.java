package health.visavis.telephone;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.domain.PhoneCallId;
import org.jspecify.annotations.Nullable;

/// A telephone carrier. It rings and hangs up; what becomes of a call it tells [PhoneDesk], at any time and as often as
/// it likes. Called outside of transactions.
///
/// A carrier whose callers can be put through as well is a [PhoneLine] too.
public interface PhoneEngine {

    /// @param number in E.164 form
    /// @param clinician the clinician's own telephone, for a carrier that puts two telephones together; null where
    ///     none is known
    record Dial(
            PhoneCallId call,
            VisitId visit,
            Sensitive<String> number,
            @Nullable Sensitive<String> clinician) {}

    /// Short, lower case, such as `acs`; kept with every call.
    String name();

    /// Whether no real telephone rings. The screen says so.
    boolean simulated();

    /// Whether the clinician's own telephone rings first, because this carrier reaches no browser.
    boolean ringsClinicianFirst();

    /// Begins to ring; the same call twice rings once.
    ///
    /// @return how the carrier names the call in what it tells
    /// @throws PhoneUnavailable when it cannot
    String dial(Dial dial);

    /// A call that is not there is hung up already.
    ///
    /// @throws PhoneUnavailable when it cannot be told
    void hangUp(String reference);
}
