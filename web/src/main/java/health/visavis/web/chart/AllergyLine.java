package health.visavis.web.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An allergy as it is drawn.
///
/// @param what in the words of the source, which are English
/// @param dangerous whether it may kill
/// @param mark that it is guarded better than others, in the viewer's language
public record AllergyLine(
        String what,
        boolean dangerous,
        List<Reaction> reactions,
        @Nullable String mark) {

    public AllergyLine {
        reactions = List.copyOf(reactions);
    }

    /// @param what in the words of the source
    /// @param severity in the viewer's language
    public record Reaction(String what, @Nullable String severity) {}
}
