package health.visavis.azure.blob;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.files.ChunkStore;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the store of chunks where `visavis.files.store` asks for this one.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "visavis.files.store", havingValue = "azure-blob")
@EnableConfigurationProperties({BlobSettings.class, EntraSettings.class})
class BlobConfiguration {

    @Bean
    ChunkStore blobChunks(BlobSettings settings, EntraSettings entra) throws NoSuchAlgorithmException {
        var client = client(settings, SSLContext.getDefault());
        return new BlobChunks(new BlobRequests(settings.container(), client, EntraIdentity.of(entra, client)));
    }

    static HttpClient client(BlobSettings settings, SSLContext trust) {
        var client = java.net.http.HttpClient.newBuilder().sslContext(trust).connectTimeout(settings.answerWithin());
        return new JdkHttpClientBuilder(client)
                .responseTimeout(settings.answerWithin())
                .readTimeout(settings.answerWithin())
                .writeTimeout(settings.answerWithin())
                .build();
    }
}
