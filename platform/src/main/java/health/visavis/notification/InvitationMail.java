package health.visavis.notification;

import health.visavis.people.Contact;
import health.visavis.people.Invited;
import health.visavis.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Mails an invitation, at once and outside any transaction. It is not kept as a letter: its link is a secret that
/// no table may hold. Whoever invites is told whether it left, and can send another.
@Component
public class InvitationMail {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);

    private final People people;
    private final NotificationSettings settings;
    private final ObjectProvider<MailSender> mailSenders;

    InvitationMail(People people, NotificationSettings settings, ObjectProvider<MailSender> mailSenders) {
        this.people = people;
        this.settings = settings;
        this.mailSenders = mailSenders;
    }

    /// The address that the invited person opens first.
    public String link(Invited invited) {
        return invited.signUp()
                .map(Object::toString)
                .orElseGet(() -> settings.link("/invitations/" + invited.token().reveal()));
    }

    /// @return whether the mail was accepted for delivery
    public boolean send(Invited invited) {
        var sender = mailSenders.getIfAvailable();
        if (sender == null) {
            return false;
        }
        try {
            return people.contact(invited.person())
                    .flatMap(contact -> contact.email().map(address -> {
                        sender.send(mail(contact, address.reveal(), link(invited)));
                        return true;
                    }))
                    .orElse(false);
        } catch (RuntimeException notSent) {
            LOG.warn("An invitation was not sent: {}", notSent.getClass().getName());
            return false;
        }
    }

    private static Mail mail(Contact contact, String address, String link) {
        var texts = new LetterTexts(contact.language());
        return new Mail(address, texts.text("invitation.subject"), texts.text("invitation.mail", link));
    }
}
