package health.visavis.web.browser;

/// Where a browser runs, as far as the way to another one differs.
enum Platform {
    IOS("ios"),
    ANDROID("android"),
    COMPUTER("computer");

    private final String code;

    Platform(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
