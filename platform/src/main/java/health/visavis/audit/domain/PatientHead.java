package health.visavis.audit.domain;

/// How many entries of the log are about one patient, and the end of the chain that they make. Every checkpoint holds
/// the tree over all patients' heads: whoever is shown a list of entries can tell that it is whole.
///
/// A head goes into that tree under a blind, 32 random bytes that only the patient's own file tells: the tree says to
/// nobody else who is a patient, or how often somebody was looked at.
public record PatientHead(long count, Hash end) {

    private static final String VERSION = "visavis-patient-head/1";

    public static final PatientHead NONE = new PatientHead(0, Hash.OF_NOTHING);

    public PatientHead with(Hash leaf) {
        return new PatientHead(count + 1, Hash.ofLink(end, leaf));
    }

    /// Its leaf in the tree of the patients.
    public Hash blinded(Hash blind) {
        return Hash.ofLeaf(new Netstrings()
                .add(VERSION)
                .add(blind.text())
                .add(count)
                .add(end.text())
                .bytes());
    }
}
