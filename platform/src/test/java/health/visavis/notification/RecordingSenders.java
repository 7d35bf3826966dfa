package health.visavis.notification;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// A post office without wires: keeps what it was given, and fails when told to.
@TestConfiguration
public class RecordingSenders {

    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final List<Sms> messages = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    @Bean
    MailSender recordingMailSender() {
        return mail -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the mail server is away");
            }
            mails.add(mail);
            return Optional.of("mail-" + mails.size());
        };
    }

    @Bean
    SmsSender recordingSmsSender() {
        return message -> {
            messages.add(message);
            return Optional.of("sms-" + messages.size());
        };
    }

    /// Mails whose link leads to this appointment or thread.
    public List<Mail> mailsAbout(Object subject) {
        return mails.stream()
                .filter(mail -> mail.text().contains(subject.toString()))
                .toList();
    }

    public List<Sms> messagesAbout(Object subject) {
        return messages.stream()
                .filter(message -> message.text().contains(subject.toString()))
                .toList();
    }
}
