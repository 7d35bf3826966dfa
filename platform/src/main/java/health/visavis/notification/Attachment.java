package health.visavis.notification;

/// A file that travels with a [Mail]; `mediaType` may carry parameters, such as `text/calendar; method=REQUEST`.
public record Attachment(String fileName, String mediaType, String content) {}
