package health.visavis.azure.acs.news;

import health.visavis.azure.acs.store.AcsNewsLog;
import health.visavis.notification.DeliveryReports;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way in for everything the vendor tells, whoever has brought it and has been let in: what is known already
/// is thanked for again, and what is new is kept. Each goes by the time that it carries, so order does not matter.
public final class NewsIntake {

    private final AcsNewsLog log;
    private final DeliveryReports reports;
    private final AcsCallWitness witness;
    private final ObjectProvider<NewsListener> listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewsIntake(
            AcsNewsLog log,
            DeliveryReports reports,
            AcsCallWitness witness,
            ObjectProvider<NewsListener> listeners,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.reports = reports;
        this.witness = witness;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @throws NewsReader.Unreadable when it cannot be read now and never will be
    public void take(byte[] delivery) {
        NewsReader.read(delivery).forEach(this::take);
    }

    /// Whoever acts on it first, outside of any transaction: news that could not be acted on is brought again, and what
    /// was done twice is done once.
    private void take(AcsNews news) {
        listeners.orderedStream().forEach(listener -> listener.heard(news));
        transaction.executeWithoutResult(open -> {
            if (log.keep(news, clock.instant())) {
                report(news);
                witness.told(news);
            }
        });
    }

    private void report(AcsNews news) {
        switch (news) {
            case AcsNews.SmsReported sms -> reports.arrived(sms.message(), sms.delivered(), sms.at());
            case AcsNews.MailReported mail -> reports.arrived(mail.message(), mail.delivered(), mail.at());
            default -> {
                // Says nothing of a letter.
            }
        }
    }
}
