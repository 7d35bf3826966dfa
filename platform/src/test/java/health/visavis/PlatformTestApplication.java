package health.visavis;

import health.visavis.keys.KeyVault;
import health.visavis.keys.MemoryKeyVault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Every capability on a real PostgreSQL, without pages and without vendors.
@SpringBootApplication
public class PlatformTestApplication {

    /// One for all contexts of a JVM, as they have one database: what one has sealed another opens.
    private static final KeyVault KEY_VAULT = new MemoryKeyVault();

    @Bean
    KeyVault keyVault() {
        return KEY_VAULT;
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    @Primary
    MutableClock testClock() {
        return new MutableClock();
    }
}
