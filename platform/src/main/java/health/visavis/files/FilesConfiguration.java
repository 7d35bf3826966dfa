package health.visavis.files;

import health.visavis.access.PatientRows;
import health.visavis.files.store.DatabaseChunks;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// Reads the settings of files.
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    FileSettings fileSettings(
            @Value("${visavis.files.largest}") DataSize largest,
            @Value("${visavis.files.per-person-a-day:200MB}") DataSize perPersonADay,
            @Value("${visavis.files.clamd:}") String clamd,
            @Value("${visavis.files.scan-within:PT30S}") Duration scanWithin) {
        return new FileSettings(largest, perPersonADay, clamd, scanWithin);
    }

    @Bean
    @ConditionalOnProperty(name = "visavis.files.store", havingValue = "database", matchIfMissing = true)
    ChunkStore databaseChunks(PatientRows rows, TransactionTemplate transaction) {
        return new DatabaseChunks(rows, transaction);
    }

    @Bean
    @ConditionalOnExpression("!'${visavis.files.clamd:}'.isBlank()")
    FileScanner clamdScanner(FileSettings settings) {
        return new ClamdScanner(settings.scanner().orElseThrow(), settings.scanWithin());
    }
}
