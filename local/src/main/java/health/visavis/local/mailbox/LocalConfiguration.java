package health.visavis.local.mailbox;

import health.visavis.access.Passages;
import health.visavis.keys.KeyVault;
import health.visavis.local.demo.AccountSecrets;
import health.visavis.local.keystore.FileKeyVault;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.lan.LanAddresses;
import health.visavis.local.lan.LanCertificates;
import health.visavis.local.postgres.LocalDatabase;
import health.visavis.local.signin.WrongTryRounds;
import health.visavis.local.signin.store.UsedCodes;
import health.visavis.local.signin.store.WrongTryQueue;
import health.visavis.notification.MailSender;
import health.visavis.notification.SmsSender;
import health.visavis.people.FindIdentity;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The platform's ports as the local edition implements them.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "visavis.edition", havingValue = "local")
class LocalConfiguration {

    @Bean
    KeyFolder localKeys(@Value("${visavis.local.keys}") Path folder) {
        return KeyFolder.at(folder);
    }

    @Bean
    KeyVault keyVault(KeyFolder keys) {
        return FileKeyVault.in(keys);
    }

    @Bean
    LocalMailbox localMailbox(JdbcClient jdbc) {
        return new LocalMailbox(jdbc);
    }

    @Bean
    MailSender mailSender(LocalMailbox mailbox, Clock clock) {
        return new MailboxMailSender(mailbox, clock);
    }

    @Bean
    SmsSender smsSender(LocalMailbox mailbox, Clock clock) {
        return new MailboxSmsSender(mailbox, clock);
    }

    @Bean
    @ConditionalOnProperty("visavis.local.lan")
    LanCertificates lanCertificates(KeyFolder keys, Clock clock) {
        return new LanCertificates(keys, clock, LanAddresses.ofThisMachine().all());
    }

    @Bean
    AccountSecrets accountSecrets(KeyFolder keys) {
        return new AccountSecrets(keys);
    }

    /// Where the provider is our own.
    @Bean
    @ConditionalOnProperty("visavis.local.issuer")
    WrongTryRounds wrongTryRounds(
            Passages passages,
            FindIdentity findIdentity,
            KeyFolder keys,
            @Value("${spring.datasource.url}") String url,
            @Value("${visavis.local.issuer}") String issuer) {
        return new WrongTryRounds(
                new WrongTryQueue(url, LocalDatabase.signInRole(keys)), issuer, findIdentity::owner, passages::refused);
    }

    @Bean
    CurrentCodes currentCodes(
            AccountSecrets secrets, KeyFolder keys, @Value("${spring.datasource.url}") String url, Clock clock) {
        return new CurrentCodes(secrets, new UsedCodes(url, LocalDatabase.signInRole(keys))::lastSteps, clock);
    }
}
