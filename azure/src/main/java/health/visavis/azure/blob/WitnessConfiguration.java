package health.visavis.azure.blob;

import com.azure.core.http.HttpClient;
import health.visavis.audit.CheckpointWitness;
import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the witnesses of the audit log whose containers are named.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EntraSettings.class)
@ConditionalOnProperty("visavis.azure.audit.container")
class WitnessConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    @Bean
    CheckpointWitness blobWitness(@Value("${visavis.azure.audit.container}") URI container, EntraSettings entra)
            throws NoSuchAlgorithmException {
        return witness(container, entra);
    }

    /// In another region, or of another tenant's keeping.
    @Bean
    @ConditionalOnProperty("visavis.azure.audit.second-container")
    CheckpointWitness secondBlobWitness(
            @Value("${visavis.azure.audit.second-container}") URI container, EntraSettings entra)
            throws NoSuchAlgorithmException {
        return witness(container, entra);
    }

    private static CheckpointWitness witness(URI container, EntraSettings entra) throws NoSuchAlgorithmException {
        if (!"https".equals(container.getScheme()) || container.getPath().length() < 2) {
            throw new IllegalArgumentException("visavis.azure.audit must name the https addresses of containers");
        }
        HttpClient client = AzureHttp.client(CONNECT, ANSWER, SSLContext.getDefault());
        return new BlobWitness(new BlobRequests(container, client, EntraIdentity.of(entra, client)));
    }
}
