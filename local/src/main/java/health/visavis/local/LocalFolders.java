package health.visavis.local;

import java.nio.file.Path;

/// Where this machine keeps the clinic's data and, elsewhere, the keys that open it.
public record LocalFolders(Path data, Path keys) {

    public LocalFolders {
        data = data.toAbsolutePath().normalize();
        keys = keys.toAbsolutePath().normalize();
        if (keys.startsWith(data)) {
            throw new CannotStart("The key folder " + keys
                    + " lies inside the data folder: whoever copies the data would hold its keys too. "
                    + "Choose another with --keys FOLDER.");
        }
    }

    /// The keys lie beside the data, never in it.
    public static LocalFolders besides(Path data) {
        var folder = data.toAbsolutePath().normalize();
        return new LocalFolders(folder, folder.resolveSibling(folder.getFileName() + "-keys"));
    }

    /// Where the audit log is witnessed: beside the data, so that whoever puts an older copy of it back finds what the
    /// log was since.
    public Path witness() {
        return data.resolveSibling(data.getFileName() + "-audit");
    }
}
