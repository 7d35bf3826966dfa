package health.visavis.notification;

import health.visavis.kernel.PersonId;
import health.visavis.notification.Letter.Channel;

/// A letter that its carrier could not deliver.
public record LostLetter(PersonId person, Channel channel) {}
