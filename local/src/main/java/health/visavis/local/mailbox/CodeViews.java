package health.visavis.local.mailbox;

import health.visavis.local.demo.DemoPersons;
import health.visavis.local.mailbox.MailboxView.CodeView;

/// Draws a code as people read it aloud: 123 456.
final class CodeViews {

    private CodeViews() {}

    static CodeView of(CurrentCodes.Code code) {
        var digits = code.digits();
        return new CodeView(
                code.account().signInName(),
                DemoPersons.displayName(code.account()),
                digits == null ? null : digits.substring(0, 3) + " " + digits.substring(3),
                Math.max(1, code.until().toSeconds()));
    }
}
