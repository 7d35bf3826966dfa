package health.visavis.web.security;

/// @param notValid whether the invitation was just refused: unknown, used or expired
public record InvitationView(String token, boolean notValid) {}
