package health.visavis.local.mailbox;

import health.visavis.local.mailbox.MailboxView.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a body into text and links. Only addresses of this clinic become links.
final class Bodies {

    private final Pattern link;

    Bodies(String baseUrl) {
        this.link = Pattern.compile(Pattern.quote(baseUrl) + "(/[^\\s<>\"]*[^\\s<>\".,;:!?)])?");
    }

    List<Piece> pieces(String body) {
        var pieces = new ArrayList<Piece>();
        var end = 0;
        var found = link.matcher(body);
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(body.substring(end, found.start()), false));
            }
            pieces.add(new Piece(found.group(), true));
            end = found.end();
        }
        if (end < body.length()) {
            pieces.add(new Piece(body.substring(end), false));
        }
        return pieces;
    }
}
