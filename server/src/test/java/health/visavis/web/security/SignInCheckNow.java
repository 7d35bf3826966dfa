package health.visavis.web.security;

import org.springframework.stereotype.Component;

/// Lets tests of other packages check open sign-ins now instead of within a minute.
@Component
public class SignInCheckNow {

    private final SignInCheck check;

    SignInCheckNow(SignInCheck check) {
        this.check = check;
    }

    public void make() {
        check.make();
    }
}
