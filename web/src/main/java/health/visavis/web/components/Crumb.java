package health.visavis.web.components;

/// A step of the way back: where it leads and what it is called.
public record Crumb(String path, String label) {}
