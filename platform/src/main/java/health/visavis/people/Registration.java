package health.visavis.people;

/// What registering somebody came to. Repeating a registration is harmless.
public sealed interface Registration<T> {

    T id();

    record Created<T>(T id) implements Registration<T> {}

    record Updated<T>(T id) implements Registration<T> {}

    record Unchanged<T>(T id) implements Registration<T> {}
}
