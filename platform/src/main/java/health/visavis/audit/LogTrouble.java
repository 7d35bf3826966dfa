package health.visavis.audit;

/// Whoever has to know at once that the log is not what was signed or witnessed.
public interface LogTrouble {

    /// May be told the same again and again.
    void disagrees();
}
