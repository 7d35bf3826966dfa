package violations;

import java.time.Instant;

public class MachineClockReader {

    Instant now() {
        return Instant.now();
    }
}
