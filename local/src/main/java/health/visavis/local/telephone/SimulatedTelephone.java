package health.visavis.local.telephone;

import health.visavis.telephone.PhoneDesk;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Only in a demo: in a clinic of real people nothing may look as if a telephone rang.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.local.mailbox")
class SimulatedTelephone {

    @Bean
    SimulatedCarrier simulatedCarrier(
            JdbcClient jdbc, PhoneDesk desk, @Value("${visavis.clinic.phone:+1 555 0100}") String number, Clock clock) {
        return new SimulatedCarrier(new SimulatedCalls(jdbc), desk, number, clock);
    }
}
