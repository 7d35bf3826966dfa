package health.visavis.notification;

import health.visavis.kernel.Sensitive;
import health.visavis.notification.Letter.Channel;
import health.visavis.people.Contact;
import health.visavis.people.People;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /// Handed to the carrier.
    ///
    /// @param reference what the carrier calls it in its reports
    record Handed(@Nullable String reference) {}

    /// Empty when the person has no address for this channel: that will not change by trying again.
    Optional<Handed> send(Letter letter) {
        return people.contact(letter.person())
                .flatMap(contact -> (letter.channel() == Channel.MAIL ? contact.email() : contact.phone())
                        .map(address ->
                                new Handed(hand(letter, contact, address).orElse(null))));
    }

    private Optional<String> hand(Letter letter, Contact contact, Sensitive<String> address) {
        var texts = new LetterTexts(contact.language());
        var meeting = letter.meeting();
        var when = meeting == null ? "" : texts.when(meeting, contact.zone());
        var link = settings.link(letter.kind().path(letter.subject().toString()));
        var key = letter.kind().text();
        return switch (letter.channel()) {
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
        };
    }
}
