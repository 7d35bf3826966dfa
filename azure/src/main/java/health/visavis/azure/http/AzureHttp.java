package health.visavis.azure.http;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The JDK's HTTP client, with TLS 1.2 at least and an end to every wait.
public final class AzureHttp {

    private AzureHttp() {}

    public static HttpClient client(Duration connectWithin, Duration answerWithin, SSLContext trust) {
        var client = java.net.http.HttpClient.newBuilder()
                .sslContext(trust)
                .sslParameters(tls())
                .connectTimeout(connectWithin);
        return new JdkHttpClientBuilder(client)
                .responseTimeout(answerWithin)
                .readTimeout(answerWithin)
                .writeTimeout(answerWithin)
                .build();
    }

    public static SSLParameters tls() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return parameters;
    }
}
