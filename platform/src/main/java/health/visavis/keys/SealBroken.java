package health.visavis.keys;

/// A stored value was changed, or is not where it was sealed for. Names the place, never the value.
public class SealBroken extends RuntimeException {

    SealBroken(RowContext row) {
        super("seal broken at " + row.table() + "." + row.column() + " of " + row.row());
    }
}
