package health.visavis.web.proxy;

import health.visavis.proxy.ActFor.Named;
import java.util.List;

/// @param patient whether the person has a record of their own here
public record ActingView(List<Named> people, boolean patient) {

    public ActingView {
        people = List.copyOf(people);
    }
}
