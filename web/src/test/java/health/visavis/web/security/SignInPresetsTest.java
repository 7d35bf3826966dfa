package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/// What each provider says is understood with its preset, read as the application reads it.
class SignInPresetsTest {

    private static final String DOCTORS = "5f0c1d3e-0000-4000-8000-000000000001";
    private static final Map<String, Object> ENTRA =
            Map.of("visavis.signin.tenant", "a-tenant", "visavis.signin.groups." + DOCTORS, "DOCTOR");

    @Test
    @Requirement({"IAM-01", "IAM-02"})
    void entraIdSaysGroupsByTheirIdsAndTheSecondFactorByAnAuthenticationContext() {
        var claims = claims("entra-id", ENTRA);
        var token = token(Map.of("groups", List.of("something-else", DOCTORS), "acrs", List.of("c1", "c7")));

        assertThat(claims.roles(token)).containsExactly(Role.DOCTOR);
        assertThat(claims.usedSecondFactor(token)).isTrue();
        assertThat(claims.usedSecondFactor(token(Map.of("amr", List.of("pwd", "mfa")))))
                .isTrue();
        assertThat(claims.usedSecondFactor(token(Map.of("acrs", List.of("c2"), "amr", List.of("pwd"), "acr", "1"))))
                .isFalse();
        assertThat(settings("entra-id", ENTRA).demand().get("claims"))
                .isEqualTo("{\"id_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}");
    }

    @Test
    void entraIdSaysAppRolesByTheirValues() {
        var claims = claims("entra-id", Map.of("visavis.signin.groups.Visavis.Nurse", "NURSE"));

        assertThat(claims.roles(token(Map.of("roles", List.of("Visavis.Nurse")))))
                .containsExactly(Role.NURSE);
    }

    @Test
    void groupsThatEntraIdLeavesOutAreNoticedInBothForms() {
        var claims = claims("entra-id", ENTRA);

        assertThat(claims.leavesGroupsOut(token(Map.of(
                        "_claim_names", Map.of("groups", "src1"),
                        "_claim_sources",
                                Map.of("src1", Map.of("endpoint", "https://graph.example/getMemberObjects"))))))
                .isTrue();
        assertThat(claims.leavesGroupsOut(token(Map.of("hasgroups", true)))).isTrue();
        assertThat(claims.leavesGroupsOut(token(Map.of("hasgroups", "true")))).isTrue();
        assertThat(claims.leavesGroupsOut(token(Map.of("_claim_names", Map.of("address", "src1")))))
                .isFalse();
        assertThat(claims.leavesGroupsOut(token(Map.of("groups", List.of())))).isFalse();
    }

    @Test
    void keycloakSaysTheSecondFactorByTheLevelAlone() {
        var keycloak = Map.<String, Object>of("visavis.signin.origin", "https://login.example.org");
        var claims = claims("keycloak", keycloak);

        assertThat(claims.roles(token(Map.of("groups", List.of("visavis-admins")))))
                .containsExactly(Role.ADMIN);
        assertThat(claims.usedSecondFactor(token(Map.of("acr", "mfa")))).isTrue();
        assertThat(claims.usedSecondFactor(token(Map.of("acr", "1", "amr", List.of("otp")))))
                .isFalse();
    }

    @Test
    void patientsOfTheirOwnProviderAreNamedInOneSetting() {
        var settings = settings(
                "entra-id",
                with(ENTRA, Map.of("visavis.signin.patients.tenant", "another")),
                "patients/entra-external-id");

        assertThat(settings.patients()).isNotNull();
        assertThat(settings.start()).isEqualTo("/sign-in");
        assertThat(settings.formTargets()).isEqualTo("https://login.microsoftonline.com https://another.ciamlogin.com");
        assertThat(settings("entra-id", ENTRA).start()).isEqualTo("/oauth2/authorization/visavis");
    }

    @Test
    void clocksThatAreFartherApartThanMinutesAreNotForSettings() {
        var wide = with(ENTRA, Map.of("visavis.signin.clock-skew", "10m"));

        assertThatThrownBy(() -> settings("entra-id", wide))
                .isInstanceOf(BindException.class)
                .hasStackTraceContaining("not more than 5 minutes");
    }

    private static Claims claims(String preset, Map<String, Object> more) {
        return new Claims(settings(preset, more));
    }

    private static SignInSettings settings(String preset, Map<String, Object> more, String... others) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("more", more));
        add(environment, preset);
        for (var other : others) {
            add(environment, other);
        }
        return Binder.get(environment)
                .bind("visavis.signin", SignInSettings.class)
                .orElseThrow(() -> new AssertionError("nothing bound"));
    }

    private static void add(StandardEnvironment environment, String preset) {
        try {
            new YamlPropertySourceLoader()
                    .load(preset, new ClassPathResource("signin/" + preset + ".yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static OidcIdToken token(Map<String, Object> claims) {
        return new OidcIdToken(
                "not-a-token",
                Instant.EPOCH,
                Instant.MAX,
                with(
                        claims,
                        Map.of("iss", URI.create("https://login.example.org").toString(), "sub", "somebody")));
    }
}
