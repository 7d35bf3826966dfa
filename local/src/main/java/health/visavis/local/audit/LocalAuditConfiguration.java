package health.visavis.local.audit;

import health.visavis.audit.CheckpointSigner;
import health.visavis.audit.CheckpointWitness;
import health.visavis.local.keystore.KeyFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who signs the audit log of one machine, and who keeps what it was.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "visavis.edition", havingValue = "local")
class LocalAuditConfiguration {

    @Bean
    CheckpointSigner checkpointSigner(KeyFolder keys) {
        return FileCheckpointSigner.in(keys);
    }

    @Bean
    @ConditionalOnProperty("visavis.audit.witness.folder")
    CheckpointWitness folderWitness(@Value("${visavis.audit.witness.folder}") Path folder) {
        return new FolderWitness(folder);
    }

    @Bean
    @ConditionalOnProperty("visavis.audit.witness.second-folder")
    CheckpointWitness secondFolderWitness(@Value("${visavis.audit.witness.second-folder}") Path folder) {
        return new FolderWitness(folder);
    }
}
