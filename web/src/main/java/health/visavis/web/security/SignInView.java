package health.visavis.web.security;

/// @param message names the texts `signin.<message>.title`, `.text` and `.action`
public record SignInView(String message) {}
