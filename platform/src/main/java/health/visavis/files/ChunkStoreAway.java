package health.visavis.files;

/// The store of chunks did not do what was asked. Trying again is right.
public class ChunkStoreAway extends RuntimeException {

    public ChunkStoreAway(String what) {
        super("store of chunks: " + what);
    }

    public ChunkStoreAway(String what, Throwable cause) {
        super("store of chunks: " + what, cause);
    }
}
