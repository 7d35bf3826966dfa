package health.visavis.kernel;

/// A value that must not be printed: keys, secrets, contact data. Search for `reveal(` to find every place that
/// reads one.
///
/// Equality is left to identity on purpose: comparing secrets belongs to code that does it in constant time.
public final class Sensitive<T> {

    private final T value;

    private Sensitive(T value) {
        this.value = value;
    }

    public static <T> Sensitive<T> of(T value) {
        return new Sensitive<>(value);
    }

    public T reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
