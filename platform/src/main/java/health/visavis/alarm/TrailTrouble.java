package health.visavis.alarm;

import health.visavis.audit.LogTrouble;
import org.springframework.stereotype.Component;

/// The log's own round has found it changed.
@Component
class TrailTrouble implements LogTrouble {

    private final Alarms alarms;

    TrailTrouble(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public void disagrees() {
        alarms.raise(AlarmKind.AUDIT_VERIFICATION_FAILURE, new AlarmSubject.Trail());
    }
}
