package health.visavis.web.proxy;

import health.visavis.access.ProxyScope;
import health.visavis.proxy.ProxyWish;
import health.visavis.proxy.Relationship;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was typed about somebody who is to act for a patient.
public record ProxyForm(
        @Nullable String given,
        @Nullable String family,
        @Nullable String relationship,
        @Nullable List<String> scope,
        @Nullable String months) {

    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    static ProxyForm empty() {
        return new ProxyForm("", "", "", List.of(), "");
    }

    public String of(String field) {
        var value = switch (field) {
            case "given" -> given;
            case "family" -> family;
            case "relationship" -> relationship;
            case "months" -> months;
            default -> throw new IllegalArgumentException(field);
        };
        return value == null ? "" : value.strip();
    }

    public boolean gives(ProxyScope one) {
        return scope != null && scope.contains(one.name());
    }

    FormErrors errors(Shell shell, Side side) {
        var errors = FormErrors.none();
        for (var field : List.of("given", "family")) {
            if (of(field).isEmpty()) {
                errors = errors.with(field, shell.t("people.form.nameMissing"));
            }
            if (of(field).length() > ProxyWish.LONGEST_NAME) {
                errors = errors.with(field, shell.t("component.errors.tooLong", ProxyWish.LONGEST_NAME));
            }
        }
        if (chosen(side).isEmpty()) {
            errors = errors.with("relationship", shell.t("proxy.form.relationshipMissing"));
        }
        if (scopes().isEmpty()) {
            errors = errors.with("scope", shell.t("proxy.form.scopeMissing"));
        }
        if (side != Side.CHILD && lasts().isEmpty()) {
            errors = errors.with("months", shell.t("proxy.form.monthsMissing"));
        }
        return errors;
    }

    ProxyWish wish(Side side) {
        return new ProxyWish(
                of("given"),
                of("family"),
                chosen(side).orElseThrow(),
                scopes(),
                side == Side.CHILD ? Period.ZERO : lasts().orElseThrow());
    }

    private Optional<Relationship> chosen(Side side) {
        return Choice.named(Relationship.class, relationship).filter(offered(side)::contains);
    }

    private Set<ProxyScope> scopes() {
        var scopes = EnumSet.noneOf(ProxyScope.class);
        Arrays.stream(ProxyScope.values()).filter(this::gives).forEach(scopes::add);
        return scopes;
    }

    private Optional<Period> lasts() {
        return MONTHS.stream()
                .filter(number -> number.toString().equals(months))
                .findFirst()
                .map(Period::ofMonths);
    }

    static List<Choice> relationships(Shell shell, Side side) {
        return offered(side).stream()
                .map(one -> Choice.of(one.name(), shell.t("proxy.relationship." + one)))
                .toList();
    }

    static List<Choice> lengths(Shell shell) {
        return MONTHS.stream()
                .map(number -> Choice.of(number.toString(), shell.t("proxy.form.months." + number)))
                .toList();
    }

    private static Set<Relationship> offered(Side side) {
        return side == Side.CHILD ? Relationship.ofParents() : EnumSet.allOf(Relationship.class);
    }

    @Override
    public String toString() {
        return "ProxyForm[REDACTED]";
    }
}
