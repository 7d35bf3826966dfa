package health.visavis.journey;

/// A page in a state, and whose it is.
///
/// @param answer the status it answers with; browsers complain about pages that answer with an error, and so
///     they may here
record Stop(String who, String name, String path, int answer) {

    Stop(String who, String name, String path) {
        this(who, name, path, 200);
    }
}
