package health.visavis.azure.blob;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import health.visavis.files.ChunkStore;
import health.visavis.files.ChunkStoreAway;
import health.visavis.kernel.FileId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// One blob for each chunk, over the three requests that takes. A blob is never changed: it is written only where there
// is
/// none (`If-None-Match`), which makes a repetition harmless.
///
/// See "Put Blob", "Get Blob" and "Delete Blob" of the Blob service's REST API.
final class BlobChunks implements ChunkStore {

    private static final String SCOPE = "https://storage.azure.com/.default";
    private static final String VERSION = "2021-12-02";
    private static final HttpHeaderName API_VERSION = HttpHeaderName.fromString("x-ms-version");
    private static final HttpHeaderName BLOB_TYPE = HttpHeaderName.fromString("x-ms-blob-type");

    private final URI container;
    private final HttpPipeline pipeline;

    BlobChunks(URI container, HttpClient client, TokenCredential credential) {
        this.container = container;
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(
                        new UserAgentPolicy("visavis"),
                        new RequestIdPolicy(),
                        new RetryPolicy(new FixedDelay(2, Duration.ofMillis(300))),
                        new BearerTokenAuthenticationPolicy(credential, SCOPE))
                .build();
    }

    @Override
    public void put(FileId file, int place, byte[] sealed) {
        var request = request(HttpMethod.PUT, file, place)
                .setHeader(BLOB_TYPE, "BlockBlob")
                .setHeader(HttpHeaderName.IF_NONE_MATCH, "*")
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/octet-stream")
                .setBody(sealed);
        try (var response = send(request)) {
            var status = response.getStatusCode();
            // 409 BlobAlreadyExists, or 412 ConditionNotMet: an earlier try has stored it.
            if (status != 201 && status != 409 && status != 412) {
                throw failed("put", response);
            }
        }
    }

    @Override
    public Optional<byte[]> get(FileId file, int place) {
        try (var response = send(request(HttpMethod.GET, file, place))) {
            return switch (response.getStatusCode()) {
                case 200 -> Optional.of(response.getBodyAsBinaryData().toBytes());
                case 404 -> Optional.empty();
                default -> throw failed("get", response);
            };
        }
    }

    @Override
    public void delete(FileId file, int chunks) {
        for (var place = 0; place < chunks; place++) {
            try (var response = send(request(HttpMethod.DELETE, file, place))) {
                if (response.getStatusCode() != 202 && response.getStatusCode() != 404) {
                    throw failed("delete", response);
                }
            }
        }
    }

    private HttpRequest request(HttpMethod method, FileId file, int place) {
        return new HttpRequest(method, container + "/" + file + "/" + place).setHeader(API_VERSION, VERSION);
    }

    private HttpResponse send(HttpRequest request) {
        try {
            return pipeline.sendSync(request, Context.NONE);
        } catch (RuntimeException unanswered) {
            throw new ChunkStoreAway("no answer", unanswered);
        }
    }

    private static ChunkStoreAway failed(String what, HttpResponse response) {
        return new ChunkStoreAway(what + " was answered " + response.getStatusCode());
    }
}
