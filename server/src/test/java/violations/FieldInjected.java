package violations;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjected {

    @Autowired
    Clock clock;
}
