package health.visavis.files;

/// What is let in.
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain;charset=UTF-8", "txt"),
    /// A part of a recording; never sent by a person.
    WEBM("video/webm", "webm"),
    /// A recording that a service has made.
    MP4("video/mp4", "mp4");

    private final String mediaType;
    private final String extension;

    FileKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }
}
