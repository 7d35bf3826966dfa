package health.visavis.provider;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A realm like a clinic's directory: groups in the token, a second factor on demand, news of sign-outs.
final class ClinicRealm {

    static final String NAME = "clinic";
    static final String CLIENT = "visavis";
    static final String SECRET = "of-the-proof";
    static final String PASSWORD = "a few words to remember";

    /// RFC 6238, appendix B.
    static final String CODE_SECRET = "12345678901234567890";

    private static final String FLOW = "levels";

    private final Keycloak keycloak;

    private ClinicRealm(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /// @param application where the application will be
    static ClinicRealm make(Keycloak keycloak, String application) {
        var realm = new ClinicRealm(keycloak);
        keycloak.post(
                "",
                Map.ofEntries(
                        Map.entry("realm", NAME),
                        Map.entry("enabled", true),
                        Map.entry("sslRequired", "none"),
                        // Codes may serve twice, so that nobody waits for the next one; the policy is taken whole or
                        // not at all.
                        Map.entry("otpPolicyType", "totp"),
                        Map.entry("otpPolicyAlgorithm", "HmacSHA1"),
                        Map.entry("otpPolicyInitialCounter", 0),
                        Map.entry("otpPolicyDigits", 6),
                        Map.entry("otpPolicyPeriod", 30),
                        Map.entry("otpPolicyLookAheadWindow", 1),
                        Map.entry("otpPolicyCodeReusable", true),
                        Map.entry("attributes", Map.of("acr.loa.map", "{\"pwd\":1,\"mfa\":2}"))));
        realm.addClient(application);
        List.of("visavis-patients", "visavis-doctors", "visavis-admins")
                .forEach(group -> keycloak.post("/" + NAME + "/groups", Map.of("name", group)));
        realm.askForASecondFactorOnDemand();
        return realm;
    }

    /// @return the subject
    String addUser(String group) {
        var name = UUID.randomUUID().toString();
        return keycloak.post(
                "/" + NAME + "/users",
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.org",
                        "emailVerified",
                        true,
                        "firstName",
                        "Some",
                        "lastName",
                        "Body",
                        "enabled",
                        true,
                        "groups",
                        List.of("/" + group),
                        "credentials",
                        List.of(
                                Map.of("type", "password", "value", PASSWORD),
                                Map.of(
                                        "type",
                                        "otp",
                                        "secretData",
                                        "{\"value\":\"" + CODE_SECRET + "\"}",
                                        "credentialData",
                                        "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}"))));
    }

    String nameOf(String subject) {
        return keycloak.get("/" + NAME + "/users/" + subject).path("username").asString();
    }

    void disable(String subject) {
        keycloak.put("/" + NAME + "/users/" + subject, Map.of("enabled", false));
    }

    void takeOutOfAllGroups(String subject) {
        var groups = "/" + NAME + "/users/" + subject + "/groups";
        keycloak.get(groups)
                .forEach(
                        group -> keycloak.delete(groups + "/" + group.path("id").asString()));
    }

    void signOut(String subject) {
        keycloak.post("/" + NAME + "/users/" + subject + "/logout", Map.of());
    }

    private void addClient(String application) {
        keycloak.post(
                "/" + NAME + "/clients",
                Map.of(
                        "clientId",
                        CLIENT,
                        "secret",
                        SECRET,
                        "publicClient",
                        false,
                        "standardFlowEnabled",
                        true,
                        "redirectUris",
                        List.of(application + "/*"),
                        "attributes",
                        Map.of(
                                "backchannel.logout.url",
                                application + "/logout/connect/back-channel/visavis",
                                "backchannel.logout.session.required",
                                "true",
                                "post.logout.redirect.uris",
                                application + "/*"),
                        "protocolMappers",
                        List.of(Map.of(
                                "name", "groups",
                                "protocol", "openid-connect",
                                "protocolMapper", "oidc-group-membership-mapper",
                                "config",
                                        Map.of(
                                                "full.path", "false",
                                                "id.token.claim", "true",
                                                "claim.name", "groups")))));
    }

    /// Level 1 is a password, level 2 a code besides.
    private void askForASecondFactorOnDemand() {
        var flows = "/" + NAME + "/authentication/flows";
        keycloak.post(flows, Map.of("alias", FLOW, "providerId", "basic-flow", "topLevel", true, "builtIn", false));
        step(FLOW, "auth-cookie", "ALTERNATIVE");
        part(FLOW, "levels-forms", "ALTERNATIVE");
        part("levels-forms", "levels-1", "CONDITIONAL");
        level("levels-1", 1, "auth-username-password-form");
        part("levels-forms", "levels-2", "CONDITIONAL");
        level("levels-2", 2, "auth-otp-form");
        keycloak.put("/" + NAME, Map.of("browserFlow", FLOW));
    }

    private void level(String part, int level, String authenticator) {
        var condition = step(part, "conditional-level-of-authentication", "REQUIRED");
        keycloak.post(
                "/" + NAME + "/authentication/executions/" + condition + "/config",
                Map.of(
                        "alias",
                        part,
                        "config",
                        Map.of("loa-condition-level", Integer.toString(level), "loa-max-age", "36000")));
        step(part, authenticator, "REQUIRED");
    }

    private String step(String flow, String authenticator, String requirement) {
        var id = keycloak.post(
                "/" + NAME + "/authentication/flows/" + flow + "/executions/execution",
                Map.of("provider", authenticator));
        require(flow, requirement);
        return id;
    }

    private void part(String flow, String name, String requirement) {
        keycloak.post(
                "/" + NAME + "/authentication/flows/" + flow + "/executions/flow",
                Map.of("alias", name, "type", "basic-flow", "provider", "registration-page-form", "description", name));
        require(flow, requirement);
    }

    /// What was added last is optional until it is said otherwise.
    private void require(String flow, String requirement) {
        var executions = "/" + NAME + "/authentication/flows/" + flow + "/executions";
        var all = keycloak.get(executions);
        var last = all.valueStream()
                .filter(execution -> execution.path("level").asInt() == 0)
                .reduce((before, after) -> after)
                .orElseThrow();
        keycloak.put(
                executions,
                Map.of(
                        "id",
                        last.path("id").asString(),
                        "requirement",
                        requirement,
                        "priority",
                        last.path("priority").asInt()));
    }
}
