package health.visavis.notification;

import health.visavis.kernel.Sensitive;
import health.visavis.notification.Letter.Channel;
import health.visavis.people.Contact;
import health.visavis.people.People;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts a letter into words and hands it over.
@Component
class LetterSending {

    private final People people;
    private final NotificationSettings settings;
    private final CalendarFile calendarFile;
    private final ObjectProvider<MailSender> mailSenders;
    private final ObjectProvider<SmsSender> smsSenders;
    private final Clock clock;

    LetterSending(
            People people,
            NotificationSettings settings,
            ObjectProvider<MailSender> mailSenders,
            ObjectProvider<SmsSender> smsSenders,
            Clock clock) {
        this.people = people;
        this.settings = settings;
        this.calendarFile = new CalendarFile(settings);
        this.mailSenders = mailSenders;
        this.smsSenders = smsSenders;
        this.clock = clock;
    }

    /// Whether this edition can send at all.
    boolean possible() {
        return mailSenders.getIfAvailable() != null && smsSenders.getIfAvailable() != null;
    }

    /// False when the person has no address for this channel: that will not change by trying again.
    boolean send(Letter letter) {
        return people.contact(letter.person())
                .flatMap(contact -> (letter.channel() == Channel.MAIL ? contact.email() : contact.phone())
                        .map(address -> {
                            hand(letter, contact, address);
                            return true;
                        }))
                .orElse(false);
    }

    private void hand(Letter letter, Contact contact, Sensitive<String> address) {
        var texts = new LetterTexts(contact.language());
        var meeting = letter.meeting();
        var when = meeting == null ? "" : texts.when(meeting, contact.zone());
        var link = settings.link(letter.kind().path(letter.subject().toString()));
        var key = letter.kind().text();
        switch (letter.channel()) {
            case SMS -> smsSenders.getObject().send(new Sms(address.reveal(), texts.text(key + ".sms", when, link)));
            case MAIL ->
                mailSenders
                        .getObject()
                        .send(new Mail(
                                address.reveal(),
                                texts.text(key + ".subject"),
                                texts.text("mail", texts.text(key + ".mail", when), link),
                                meeting == null || meeting.calendar() == null
                                        ? null
                                        : calendarFile.of(
                                                letter.subject(),
                                                meeting,
                                                meeting.calendar(),
                                                address.reveal(),
                                                texts.text("calendar.summary"),
                                                link,
                                                clock.instant())));
        }
    }
}
