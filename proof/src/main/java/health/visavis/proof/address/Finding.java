package health.visavis.proof.address;

/// What was looked at, in a sentence that holds or does not.
sealed interface Finding {

    String expected();

    record Holds(String expected) implements Finding {}

    /// @param found what is there instead
    record Fails(String expected, String found) implements Finding {}

    static Finding of(String expected, boolean holds, String found) {
        return holds ? new Holds(expected) : new Fails(expected, found);
    }
}
