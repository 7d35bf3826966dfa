package health.visavis.breakglass;

import health.visavis.breakglass.store.EmergencyAccesses;
import health.visavis.kernel.PatientId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for other capabilities that have asked for theirs.
@Component
public class OpenedRecords {

    private static final int MOST = 100;

    private final EmergencyAccesses accesses;

    OpenedRecords(EmergencyAccesses accesses) {
        this.accesses = accesses;
    }

    /// Who has opened this patient's record in an emergency, the last one first.
    public List<EmergencyAccess> of(PatientId patient) {
        return accesses.of(patient, MOST);
    }
}
