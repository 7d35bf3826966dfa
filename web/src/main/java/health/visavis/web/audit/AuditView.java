package health.visavis.web.audit;

import health.visavis.insight.AuditEntry;
import health.visavis.web.components.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param filter what was asked for
/// @param actions every act there is, for the select
/// @param older address of the next page, or null on the last
public record AuditView(
        List<AuditEntry> entries,
        AuditFilter filter,
        List<Choice> actions,
        List<Choice> outcomes,
        @Nullable String older) {}
