package health.visavis.web.home;

/// @param patientsApart whether patients sign in at another provider than staff
public record LandingView(boolean patientsApart) {}
