package health.visavis.azure.acs;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The JDK's HTTP client, with TLS 1.2 at least and an end to every wait.
final class AcsHttp {

    private AcsHttp() {}

    static HttpClient client(AcsSettings settings, SSLContext trust) {
        var client = java.net.http.HttpClient.newBuilder()
                .sslContext(trust)
                .sslParameters(tls())
                .connectTimeout(settings.connectWithin());
        return new JdkHttpClientBuilder(client)
                .responseTimeout(settings.answerWithin())
                .readTimeout(settings.answerWithin())
                .writeTimeout(settings.answerWithin())
                .build();
    }

    static SSLParameters tls() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return parameters;
    }
}
