package health.visavis.local.signin;

import health.visavis.access.Role;
import health.visavis.local.signin.domain.Group;
import health.visavis.local.signin.store.Offers;
import health.visavis.people.SignUp;
import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// On one machine people have no sign-in to bring: the provider offers them an account, in the groups of the roles
/// they were invited as. Runs in the application, which may add an offer and read nothing of the provider.
@Component
@ConditionalOnProperty("visavis.local.issuer")
class InvitedSignUp implements SignUp {

    private final Offers offers;
    private final String issuer;
    private final String application;

    InvitedSignUp(
            JdbcClient jdbc,
            @Value("${visavis.local.issuer}") String issuer,
            @Value("${visavis.base-url}") String application) {
        this.offers = new Offers(jdbc);
        this.issuer = issuer;
        this.application = application;
    }

    @Override
    public URI open(Offer offer) {
        var token = offer.token().reveal();
        var groups = offer.roles().stream().map(InvitedSignUp::group).collect(Collectors.toUnmodifiableSet());
        offers.add(
                InvitationHash.of(token),
                new health.visavis.local.signin.domain.Offer(offer.displayName(), groups, application),
                offer.until());
        return URI.create(issuer + SignUpServlet.PATH + token);
    }

    private static Group group(Role role) {
        return switch (role) {
            case PATIENT -> Group.PATIENTS;
            case DOCTOR -> Group.DOCTORS;
            case NURSE -> Group.NURSES;
            case ADMIN -> Group.ADMINS;
            case SYSTEM -> throw new IllegalArgumentException("a process has no account");
            case EMERGENCY -> throw new IllegalArgumentException("nobody is invited as who came by a code");
            case GUEST -> throw new IllegalArgumentException("a guest comes without an account");
        };
    }
}
