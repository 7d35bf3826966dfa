package health.visavis.files;

/// Why a file is not let in. Each has a sentence that says what to do next.
public enum FileRefusal {
    EMPTY,
    TOO_LARGE,
    /// The sender has sent as much as [FileQuota] allows.
    TOO_MUCH_TODAY,
    /// None of the kinds that are let in.
    UNKNOWN_KIND,
    /// A picture in a format that is not read here, such as HEIC or WebP.
    OTHER_PICTURE,
    /// A picture that cannot be read.
    BROKEN_PICTURE,
    TOO_MANY_PIXELS,
    /// The scanner found something.
    INFECTED,
    /// Documents are kept as they are, so only where a scanner looks at them.
    NO_SCANNER,
    SCANNER_AWAY
}
