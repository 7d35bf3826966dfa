package health.visavis.people.domain;

import java.text.Normalizer;
import java.util.Locale;

/// A name as two people would call it the same: accents, capitals and spaces do not matter, every letter does.
public final class PlainName {

    private PlainName() {}

    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
