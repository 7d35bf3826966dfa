package health.visavis.files;

/// What a file is. The name is what its sender called it and may say anything about a patient.
///
/// @param width pixels, 0 for what is no picture
public record FileDetails(String name, FileKind kind, long size, int width, int height) {

    @Override
    public String toString() {
        return "FileDetails[" + kind + ", " + size + " bytes]";
    }

    /// One line; the name comes last because it may hold anything.
    String written() {
        return kind + "|" + size + "|" + width + "|" + height + "|" + name;
    }

    static FileDetails read(String written) {
        var parts = written.split("\\|", 5);
        return new FileDetails(
                parts[4],
                FileKind.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
