package health.visavis.chart;

/// The counts of a run. Every resource of a kind that we keep is read, and then exactly one of created,
/// updated, unchanged, rejected; a file that cannot be read at all counts as one read and rejected.
///
/// @param openReferences references to clinicians and places that we do not know; the resource was taken
///     without them
public record ImportProgress(
        int files,
        int filesDone,
        long bytes,
        long bytesDone,
        long read,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long openReferences) {

    /// What was read and is not accounted for: zero, or the importer is wrong.
    public long difference() {
        return read - created - updated - unchanged - rejected;
    }

    public int percent() {
        return bytes == 0 ? 100 : (int) (100 * bytesDone / bytes);
    }
}
