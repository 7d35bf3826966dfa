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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The requests of the Blob service that we need, on one container: "Put Blob", "Get Blob", "Delete Blob" and "List
/// Blobs" of its REST API. A blob is never changed: it is written only where there is none (`If-None-Match`), which
/// makes a repetition harmless.
final class BlobRequests {

    private static final String SCOPE = "https://storage.azure.com/.default";
    private static final String VERSION = "2021-12-02";
    private static final HttpHeaderName API_VERSION = HttpHeaderName.fromString("x-ms-version");
    private static final HttpHeaderName BLOB_TYPE = HttpHeaderName.fromString("x-ms-blob-type");

    private final URI container;
    private final HttpPipeline pipeline;

    BlobRequests(URI container, HttpClient client, TokenCredential credential) {
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

    URI container() {
        return container;
    }

    /// Answered 201, or where there is one already 409 or 412.
    HttpResponse put(String name, byte[] content) {
        return send(request(HttpMethod.PUT, name)
                .setHeader(BLOB_TYPE, "BlockBlob")
                .setHeader(HttpHeaderName.IF_NONE_MATCH, "*")
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/octet-stream")
                .setBody(content));
    }

    static boolean isThereAlready(HttpResponse response) {
        // 409 BlobAlreadyExists, or 412 ConditionNotMet.
        return response.getStatusCode() == 409 || response.getStatusCode() == 412;
    }

    HttpResponse get(String name) {
        return send(request(HttpMethod.GET, name));
    }

    HttpResponse delete(String name) {
        return send(request(HttpMethod.DELETE, name));
    }

    /// @param marker where the last answer ended; empty at first
    HttpResponse list(String marker) {
        return send(new HttpRequest(
                        HttpMethod.GET,
                        container + "?restype=container&comp=list&marker="
                                + URLEncoder.encode(marker, StandardCharsets.UTF_8))
                .setHeader(API_VERSION, VERSION));
    }

    private HttpRequest request(HttpMethod method, String name) {
        return new HttpRequest(method, container + "/" + name).setHeader(API_VERSION, VERSION);
    }

    private HttpResponse send(HttpRequest request) {
        return pipeline.sendSync(request, Context.NONE);
    }
}
