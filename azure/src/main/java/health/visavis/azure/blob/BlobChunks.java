package health.visavis.azure.blob;

import com.azure.core.http.HttpResponse;
import health.visavis.files.ChunkStore;
import health.visavis.files.ChunkStoreAway;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.util.Optional;
import java.util.function.Supplier;

/// One blob for each chunk.
final class BlobChunks implements ChunkStore {

    private final BlobRequests requests;

    BlobChunks(BlobRequests requests) {
        this.requests = requests;
    }

    @Override
    public void put(PatientId patient, FileId file, int place, byte[] sealed) {
        try (var response = answer(() -> requests.put(name(file, place), sealed))) {
            // An earlier try may have stored it.
            if (response.getStatusCode() != 201 && !BlobRequests.isThereAlready(response)) {
                throw failed("put", response);
            }
        }
    }

    @Override
    public Optional<byte[]> get(PatientId patient, FileId file, int place) {
        try (var response = answer(() -> requests.get(name(file, place)))) {
            return switch (response.getStatusCode()) {
                case 200 -> Optional.of(response.getBodyAsBinaryData().toBytes());
                case 404 -> Optional.empty();
                default -> throw failed("get", response);
            };
        }
    }

    @Override
    public void delete(PatientId patient, FileId file, int chunks) {
        for (var place = 0; place < chunks; place++) {
            var name = name(file, place);
            try (var response = answer(() -> requests.delete(name))) {
                if (response.getStatusCode() != 202 && response.getStatusCode() != 404) {
                    throw failed("delete", response);
                }
            }
        }
    }

    private static String name(FileId file, int place) {
        return file + "/" + place;
    }

    private static HttpResponse answer(Supplier<HttpResponse> request) {
        try {
            return request.get();
        } catch (RuntimeException unanswered) {
            throw new ChunkStoreAway("no answer", unanswered);
        }
    }

    private static ChunkStoreAway failed(String what, HttpResponse response) {
        return new ChunkStoreAway(what + " was answered " + response.getStatusCode());
    }
}
