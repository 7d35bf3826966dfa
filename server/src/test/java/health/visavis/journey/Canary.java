package health.visavis.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/// A patient whose every field is a word, a number or a date that stands nowhere else.
///
/// Words are letters alone: addresses, JSON, HTML and quoting leave them as they are.
record Canary(Map<Field, String> words) {

    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";
    private static final int LENGTH = 14;

    /// What is known about a patient, or said, written or sent by them or about them.
    enum Field {
        GIVEN,
        FAMILY,
        EMAIL,
        PHONE,
        STREET,
        CITY,
        BORN_ON,
        RECORD_NUMBER,
        STATE_NUMBER,
        CONDITION,
        ALLERGY,
        MEDICATION,
        DOSAGE,
        MEASUREMENT,
        PROCEDURE,
        CONTACT_REASON,
        DOCUMENT,
        /// In a resource that the import cannot read.
        REJECTED,
        REASON,
        CHAT,
        FILE_NAME,
        FILE_CONTENT,
        TYPED_IN_VISIT,
        CAPTION,
        PLACE,
        CONTACT_NEARBY,
        CONTACTS_PHONE,
        GUEST,
        SURVEY,
        /// Typed by the patient into the address bar.
        IN_ADDRESS,
        /// In a form or body that is refused.
        REFUSED,
        /// Looked for by staff.
        SOUGHT,
        /// Of another patient of the same clinic.
        OTHERS_GIVEN,
        OTHERS_FAMILY,
        OTHERS_EMAIL,
        OTHERS_REASON
    }

    Canary {
        words = Map.copyOf(words);
    }

    static Canary hatched() {
        var random = new SecureRandom();
        var words = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            words.put(
                    field,
                    switch (field) {
                        case PHONE, CONTACTS_PHONE -> "+1555%07d".formatted(random.nextInt(10_000_000));
                        case BORN_ON ->
                            "19%02d-%02d-%02d"
                                    .formatted(random.nextInt(1, 20), random.nextInt(1, 13), random.nextInt(1, 29));
                        case GIVEN, FAMILY, OTHERS_GIVEN, OTHERS_FAMILY -> capitalized(letters(random));
                        default -> letters(random);
                    });
        }
        return new Canary(words);
    }

    String word(Field field) {
        return words.get(field);
    }

    /// The history that another system has of this patient, as an import reads it.
    String bundle() {
        try (var form = Canary.class.getResourceAsStream("/canary/patient.json")) {
            var filled = new String(form.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{DOCUMENT}", base64(word(Field.DOCUMENT)));
            for (var word : words.entrySet()) {
                filled = filled.replace("{" + word.getKey() + "}", word.getValue());
            }
            return filled;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String letters(SecureRandom random) {
        var letters = new StringBuilder("q");
        while (letters.length() < LENGTH) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
