package health.visavis.web.visit;

/// A language that somebody may speak in a call, for captions. Named as its speakers do, whatever language the
/// page is in; whether a device or a service knows it is asked there.
public enum SpokenLanguage {
    ENGLISH("en", "English"),
    SPANISH("es", "Español"),
    FRENCH("fr", "Français"),
    GERMAN("de", "Deutsch"),
    ITALIAN("it", "Italiano"),
    PORTUGUESE("pt", "Português"),
    VIETNAMESE("vi", "Tiếng Việt"),
    CHINESE("zh", "中文"),
    KOREAN("ko", "한국어"),
    JAPANESE("ja", "日本語"),
    HINDI("hi", "हिन्दी");

    private final String code;
    private final String ownName;

    SpokenLanguage(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    public String code() {
        return code;
    }

    public String ownName() {
        return ownName;
    }
}
