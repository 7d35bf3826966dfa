package health.visavis.azure.acs;

import health.visavis.azure.acs.news.AcsNews;
import health.visavis.azure.acs.news.AcsNews.CallStep;
import health.visavis.azure.acs.news.NewsListener;
import health.visavis.telephone.PhoneDesk;
import health.visavis.telephone.PhoneEngine;
import health.visavis.telephone.PhoneUnavailable;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.domain.PhoneStep;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/// Telephone calls through Call Automation. The clinician's own telephone is rung first and the patient's into the same
/// call: this way they speak even when no browser of the clinic can carry sound, which is when telephones are needed.
///
/// ```
/// dial ─▶ create call (clinician) ─▶ CallConnected ─▶ add participant (patient) ─▶ AddParticipantSucceeded
/// ```
/// Every request names the call it is for, so that news which comes before our answer, twice, or to another instance
/// finds it.
final class AcsPhoneEngine implements PhoneEngine, NewsListener {

    static final String NAME = "acs";

    private final AcsCallAutomation automation;
    private final PhoneDesk desk;
    private final String from;
    private final URI callback;

    AcsPhoneEngine(AcsCallAutomation automation, PhoneDesk desk, AcsPhoneSettings settings) {
        this.automation = automation;
        this.desk = desk;
        this.from = settings.from();
        this.callback = Objects.requireNonNull(settings.callback());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public boolean ringsClinicianFirst() {
        return true;
    }

    @Override
    public String dial(Dial dial) {
        var clinician = dial.clinician();
        if (clinician == null) {
            throw new PhoneUnavailable(NAME);
        }
        var context = dial.call().toString();
        try {
            return automation
                    .call(named("clinician", dial.call()), clinician.reveal(), from, callback, context)
                    .connectionId();
        } catch (AcsProblem problem) {
            throw new PhoneUnavailable(NAME);
        }
    }

    @Override
    public void hangUp(String reference) {
        try {
            automation.end(reference);
        } catch (AcsProblem problem) {
            if (problem.kind() != AcsProblem.Kind.GONE) {
                throw new PhoneUnavailable(NAME);
            }
        }
    }

    @Override
    public void heard(AcsNews news) {
        if (news instanceof CallStep step) {
            happened(step);
        }
    }

    private void happened(CallStep step) {
        var context = step.context();
        switch (step.step()) {
            case CONNECTED -> {
                if (context != null) {
                    ringPatient(new PhoneCallId(context), step.connection());
                }
            }
            case TELEPHONE_ANSWERED -> {
                if (context != null) {
                    desk.happened(new PhoneCallId(context), PhoneStep.ANSWERED);
                }
            }
            case TELEPHONE_NOT_ANSWERED -> {
                if (context != null) {
                    desk.happened(new PhoneCallId(context), step.busy() ? PhoneStep.BUSY : PhoneStep.NO_ANSWER);
                    hangUp(step.connection());
                }
            }
            case DISCONNECTED -> {
                desk.happened(NAME, step.connection(), PhoneStep.GONE);
                if (context != null) {
                    desk.happened(new PhoneCallId(context), PhoneStep.GONE);
                }
            }
        }
    }

    /// The clinician has picked up; unless they have thought better of it, the patient is rung.
    private void ringPatient(PhoneCallId call, String connection) {
        desk.stillWanted(call).ifPresent(dial -> {
            try {
                automation.ring(
                        named("patient", call), connection, dial.number().reveal(), from, call.toString());
                desk.happened(call, PhoneStep.RINGING);
            } catch (AcsProblem problem) {
                desk.happened(call, PhoneStep.FAILED);
                hangUp(connection);
            }
        });
    }

    /// The same for the same leg of the same call, whoever asks.
    private static UUID named(String leg, PhoneCallId call) {
        return UUID.nameUUIDFromBytes((leg + " of " + call).getBytes(StandardCharsets.UTF_8));
    }
}
