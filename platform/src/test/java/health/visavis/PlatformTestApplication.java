package health.visavis;

import health.visavis.keys.KeyVault;
import health.visavis.keys.MemoryKeyVault;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Every capability on a real PostgreSQL, without pages and without vendors.
@SpringBootApplication
public class PlatformTestApplication {

    @Bean
    KeyVault keyVault() {
        return new MemoryKeyVault();
    }

    @Bean
    @Primary
    MutableClock testClock() {
        return new MutableClock();
    }
}
