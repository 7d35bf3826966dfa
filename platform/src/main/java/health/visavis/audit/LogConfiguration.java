package health.visavis.audit;

import health.visavis.audit.store.AuditLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the settings of the log. Where nobody signs, rows are put in their order and no checkpoint is made.
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    LogRounds auditLogRounds(
            AuditLog log,
            TransactionTemplate transaction,
            ObjectProvider<CheckpointSigner> signer,
            ObjectProvider<CheckpointWitness> witnesses,
            LogTrouble trouble,
            Clock clock,
            @Value("${visavis.audit.log.origin:visavis-audit}") String origin,
            @Value("${visavis.audit.log.every:PT0.25S}") Duration every,
            @Value("${visavis.audit.log.export-every:PT1M}") Duration exportEvery) {
        var settings = new LogSettings(origin, every, exportEvery);
        return new LogRounds(
                new LogRound(
                        log,
                        transaction,
                        signer.getIfAvailable(),
                        witnesses.orderedStream().toList(),
                        settings,
                        clock),
                settings,
                trouble,
                clock);
    }
}
