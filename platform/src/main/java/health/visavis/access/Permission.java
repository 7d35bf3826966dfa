package health.visavis.access;

/// One action on one subject: what [Access] is asked about.
///
/// @param shown how sensitive the entry is that is to be seen; for acts on a whole chart, whose entries are chosen by
///     [Access.Receipt#clearance], it stays ordinary
public record Permission(Action action, Subject subject, Sensitivity shown) {

    Permission(Action action, Subject subject) {
        this(action, subject, Sensitivity.ORDINARY);
    }

    /// To see an entry of a chart that is so sensitive.
    public Permission showing(Sensitivity entry) {
        return new Permission(action, subject, entry);
    }
}
