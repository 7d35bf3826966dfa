package health.visavis.files;

import health.visavis.kernel.FileId;

/// A stored file is not whole any more.
public class FileDamaged extends RuntimeException {

    FileDamaged(FileId file, int place) {
        super("chunk " + place + " of file " + file + " is missing or not its own");
    }
}
