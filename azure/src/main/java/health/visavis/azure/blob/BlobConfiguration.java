package health.visavis.azure.blob;

import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.files.ChunkStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
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

    private static final Duration CONNECT = Duration.ofSeconds(2);

    @Bean
    ChunkStore blobChunks(BlobSettings settings, EntraSettings entra) throws NoSuchAlgorithmException {
        var client = AzureHttp.client(CONNECT, settings.answerWithin(), SSLContext.getDefault());
        return new BlobChunks(new BlobRequests(settings.container(), client, EntraIdentity.of(entra, client)));
    }
}
