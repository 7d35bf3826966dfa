package health.visavis.web.problem;

import org.jspecify.annotations.Nullable;

/// @param slug names the texts `problem.<slug>.title` and `.next`
/// @param incident number to give to the help desk, for failures of ours
public record ProblemView(String slug, int status, @Nullable String incident) {}
