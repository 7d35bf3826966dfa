package health.visavis.journey;

import java.util.function.Consumer;

/// A page in a state, and whose it is.
///
/// @param answer the status it answers with; browsers complain about pages that answer with an error, and so
///     they may here
/// @param deed what the person does on the page to bring it into its state
record Stop(String who, String name, String path, int answer, Consumer<Person> deed) {

    private static final Consumer<Person> NOTHING = person -> {};

    Stop(String who, String name, String path) {
        this(who, name, path, 200, NOTHING);
    }

    Stop(String who, String name, String path, int answer) {
        this(who, name, path, answer, NOTHING);
    }

    Stop(String who, String name, String path, Consumer<Person> deed) {
        this(who, name, path, 200, deed);
    }
}
