package health.visavis.notification;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Sends the link of a visit to a guest, at once and outside any transaction: neither the link, which is a secret, nor
/// the address is kept anywhere. Whoever invites is told what left, and can copy the link instead.
@Component
public class GuestLetter {

    /// Where to send it; each may be missing.
    ///
    /// @param phone in E.164 form
    public record Addresses(
            @Nullable Sensitive<String> email, @Nullable Sensitive<String> phone) {}

    /// When the visit is, and how its time is written.
    public record Occasion(TimeSlot slot, ZoneId zone, Locale language) {}

    /// What was accepted for delivery; empty where nothing was to be sent.
    public record Sent(Optional<Boolean> mail, Optional<Boolean> sms) {}

    private static final Logger LOG = LoggerFactory.getLogger(GuestLetter.class);

    private final NotificationSettings settings;
    private final ObjectProvider<MailSender> mailSenders;
    private final ObjectProvider<SmsSender> smsSenders;

    GuestLetter(
            NotificationSettings settings,
            ObjectProvider<MailSender> mailSenders,
            ObjectProvider<SmsSender> smsSenders) {
        this.settings = settings;
        this.mailSenders = mailSenders;
        this.smsSenders = smsSenders;
    }

    /// The address that the guest opens.
    public String link(Sensitive<String> token) {
        return settings.link("/join/" + token.reveal());
    }

    public Sent send(Sensitive<String> token, Addresses addresses, Occasion occasion) {
        var texts = new LetterTexts(occasion.language());
        var when = texts.when(occasion.slot(), occasion.zone());
        var link = link(token);
        var email = addresses.email();
        var phone = addresses.phone();
        return new Sent(
                email == null
                        ? Optional.empty()
                        : Optional.of(left(() -> mailSenders
                                .getObject()
                                .send(new Mail(
                                        email.reveal(),
                                        texts.text("guest.subject"),
                                        texts.text("guest.mail", when, link))))),
                phone == null
                        ? Optional.empty()
                        : Optional.of(left(() -> smsSenders
                                .getObject()
                                .send(new Sms(phone.reveal(), texts.text("guest.sms", when, link))))));
    }

    private static boolean left(Runnable sending) {
        try {
            sending.run();
            return true;
        } catch (RuntimeException notSent) {
            LOG.warn("A guest's link was not sent: {}", notSent.getClass().getName());
            return false;
        }
    }
}
