package health.visavis.fhir;

import org.jspecify.annotations.Nullable;

/// A resource as it stands in a file.
///
/// @param fullUrl how the rest of its bundle refers to it
/// @param line where it begins
/// @param json the resource in one fixed order of members, so that equal resources are equal bytes
record RawResource(
        String type, @Nullable String fullUrl, @Nullable String id, long line, byte[] json) {

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
