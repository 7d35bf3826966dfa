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

    @Bean
    KeyVault keyVault() {
        return new MemoryKeyVault();
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
