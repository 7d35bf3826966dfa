package health.visavis.azure.acs;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Files of recordings, fetched from where the vendor says they lie and deleted there. No definition of Microsoft's
/// describes these two requests; they are as its own client sends them (`x-ms-host` names the resource).
final class AcsRecordingFiles {

    /// What is done with a file while it is read.
    @FunctionalInterface
    interface Reader {

        void read(InputStream content) throws IOException;
    }

    private static final HttpHeaderName HOST = HttpHeaderName.fromString("x-ms-host");

    private final URI endpoint;
    private final List<String> hosts;
    private final HttpPipeline pipeline;

    /// @param hosts from which files may be fetched, with all below them; and from the resource itself
    AcsRecordingFiles(URI endpoint, List<String> hosts, HttpClient client, TokenCredential credential) {
        this.endpoint = endpoint;
        this.hosts = List.copyOf(hosts);
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(
                        new UserAgentPolicy("visavis"),
                        new RequestIdPolicy(),
                        new BearerTokenAuthenticationPolicy(credential, AcsChannel.SCOPE))
                .build();
    }

    /// False when it is not there any more.
    boolean fetch(URI content, Reader reader) throws IOException {
        try (var response = send(HttpMethod.GET, content)) {
            if (response.getStatusCode() == 404) {
                return false;
            }
            if (response.getStatusCode() != 200) {
                throw new IOException("a recording was answered with " + response.getStatusCode());
            }
            try (var stream = response.getBodyAsBinaryData().toStream()) {
                reader.read(stream);
            }
            return true;
        }
    }

    void delete(URI deletion) throws IOException {
        try (var response = send(HttpMethod.DELETE, deletion)) {
            if (response.getStatusCode() / 100 != 2 && response.getStatusCode() != 404) {
                throw new IOException("the deletion of a recording was answered with " + response.getStatusCode());
            }
        }
    }

    private HttpResponse send(HttpMethod method, URI address) throws IOException {
        if (!isTheVendors(address)) {
            throw new IOException("a recording lies where our token does not go");
        }
        var request = new HttpRequest(method, address.toString()).setHeader(HOST, endpoint.getHost());
        try {
            return pipeline.sendSync(request, Context.NONE);
        } catch (RuntimeException unanswered) {
            throw new IOException(
                    "a recording had no answer: " + unanswered.getClass().getSimpleName());
        }
    }

    /// The address came with news: whoever could forge that would be sent a token.
    private boolean isTheVendors(URI address) {
        if (!"https".equals(address.getScheme()) || address.getHost() == null || address.getUserInfo() != null) {
            return false;
        }
        if (address.getAuthority().equals(endpoint.getAuthority())) {
            return true;
        }
        var host = address.getHost().toLowerCase(Locale.ROOT);
        return address.getPort() == -1
                && hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }
}
