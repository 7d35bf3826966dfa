package health.visavis.web.layout;

/// The token of this session's forms: `name` in a form, `header` in a request by script.
public record CsrfField(String name, String header, String token) {}
