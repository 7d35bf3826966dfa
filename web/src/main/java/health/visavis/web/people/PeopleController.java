package health.visavis.web.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.notification.InvitationMail;
import health.visavis.people.Account;
import health.visavis.people.DeactivatePerson;
import health.visavis.people.FindPerson;
import health.visavis.people.Gender;
import health.visavis.people.InviteAgain;
import health.visavis.people.InvitePatient;
import health.visavis.people.InviteStaff;
import health.visavis.people.Invited;
import health.visavis.people.ListAccounts;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.home.Zones;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.session.OpenSessions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An administrator brings people in and shows them out. Every invitation is a link; it goes by mail, and is shown
/// once to whoever made it, for where no mail can be sent.
@Controller
class PeopleController {

    private static final int LONGEST_NAME = 80;

    /// No name has a line break.
    private static final String NOBODYS_NAME = "\\n|";

    private final ListAccounts listAccounts;
    private final FindPerson findPerson;
    private final InviteStaff inviteStaff;
    private final InvitePatient invitePatient;
    private final InviteAgain inviteAgain;
    private final DeactivatePerson deactivatePerson;
    private final InvitationMail invitationMail;
    private final OpenSessions openSessions;
    private final Access access;

    PeopleController(
            ListAccounts listAccounts,
            FindPerson findPerson,
            InviteStaff inviteStaff,
            InvitePatient invitePatient,
            InviteAgain inviteAgain,
            DeactivatePerson deactivatePerson,
            InvitationMail invitationMail,
            OpenSessions openSessions,
            Access access) {
        this.listAccounts = listAccounts;
        this.findPerson = findPerson;
        this.inviteStaff = inviteStaff;
        this.invitePatient = invitePatient;
        this.inviteAgain = inviteAgain;
        this.deactivatePerson = deactivatePerson;
        this.invitationMail = invitationMail;
        this.openSessions = openSessions;
        this.access = access;
    }

    @GetMapping("/people")
    Page everybody(Actor actor) {
        var accounts = listAccounts.list(actor);
        return Page.of(
                "people/list",
                new PeopleView.Everybody(
                        lines(accounts.stream().filter(PeopleController::isStaff)),
                        lines(accounts.stream().filter(account -> !isStaff(account)))));
    }

    @GetMapping("/people/new")
    Answer newStaff(Actor actor, Shell shell) {
        return provenFirst(
                actor,
                "/people/new",
                () -> form(actor, shell, TimeOrderedId.next(), true, defaults(shell), FormErrors.none()));
    }

    @PostMapping("/people")
    Page addStaff(
            Actor actor,
            Shell shell,
            @RequestParam("request") UUID request,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var clinicians = clinicians(listAccounts.list(actor)).collect(Collectors.toSet());
        var form = new InvitationForm(typed, shell);
        return form.staff(request, clinicians)
                .map(staff ->
                        made(inviteStaff.invite(actor, staff), staff.details().displayName(), typed.of("email")))
                .orElseGet(() -> form(actor, shell, request, true, typed, form.errors())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/people/patients/new")
    Answer newPatient(Actor actor, Shell shell) {
        return provenFirst(
                actor,
                "/people/patients/new",
                () -> form(actor, shell, TimeOrderedId.next(), false, defaults(shell), FormErrors.none()));
    }

    @PostMapping("/people/patients")
    Page addPatient(
            Actor actor,
            Shell shell,
            @RequestParam("request") UUID request,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var form = new InvitationForm(typed, shell);
        return form.patient()
                .map(details -> made(
                        invitePatient.invite(actor, new PersonId(request), details),
                        details.person().displayName(),
                        typed.of("email")))
                .orElseGet(() -> form(actor, shell, request, false, typed, form.errors())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/people/find")
    Page seekPerson(Actor actor, Shell shell) {
        return registered(actor, "", shell);
    }

    /// Posted, since a name in an address would stay in histories and logs.
    @PostMapping("/people/find")
    Page findPerson(Actor actor, Shell shell, @RequestParam(defaultValue = "") String name) {
        return registered(actor, name.substring(0, Math.min(name.length(), LONGEST_NAME)), shell);
    }

    private Page registered(Actor actor, String name, Shell shell) {
        var found = findPerson.named(actor, name);
        var lines = found.stream()
                .map(each -> new PeopleView.KnownLine(
                        line(each.account()), each.bornOn().map(shell::day).orElse("")))
                .toList();
        return Page.of(
                "people/find", new PeopleView.Find(lines, name, !name.isBlank(), found.size() == FindPerson.MOST));
    }

    @GetMapping("/people/{person}")
    Page one(Actor actor, @PathVariable UUID person) {
        var account = listAccounts.one(actor, new PersonId(person)).orElseThrow();
        var active = account.state() != Account.State.DEACTIVATED;
        var oneself = actor.person().equals(account.person());
        return Page.of(
                "people/person",
                new PeopleView.One(
                        line(account),
                        active,
                        account.state() == Account.State.INVITED,
                        active && !oneself,
                        !active,
                        account.patient()
                                .map(patient -> "/patients/" + patient + "/proxies")
                                .orElse(null),
                        account.patient()
                                .map(patient -> "/keys?patient=" + patient)
                                .orElse(null)));
    }

    @PostMapping("/people/{person}/invitation")
    Answer inviteAgain(Actor actor, @PathVariable UUID person) {
        var invited = inviteAgain.invite(actor, new PersonId(person));
        if (invited.isEmpty()) {
            return Redirect.to("/people/{person}", person);
        }
        var account = listAccounts.one(actor, new PersonId(person)).orElseThrow();
        return made(invited.get(), account.displayName(), account.email().orElse(""));
    }

    @PostMapping("/people/{person}/invitation/withdrawal")
    Redirect withdraw(Actor actor, @PathVariable UUID person) {
        inviteAgain.withdraw(actor, new PersonId(person));
        return Redirect.to("/people/{person}", person).saying("people.said.withdrawn");
    }

    @PostMapping("/people/{person}/deactivation")
    Redirect deactivate(Actor actor, @PathVariable UUID person) {
        return switch (deactivatePerson.deactivate(actor, new PersonId(person))) {
            case DeactivatePerson.Outcome.Deactivated _ -> {
                openSessions.endAllOf(person.toString());
                yield Redirect.to("/people/{person}", person).saying("people.said.deactivated");
            }
            case DeactivatePerson.Outcome.Oneself _ ->
                Redirect.to("/people/{person}", person).saying("people.said.oneself");
        };
    }

    @PostMapping("/people/{person}/reactivation")
    Redirect reactivate(Actor actor, @PathVariable UUID person) {
        deactivatePerson.reactivate(actor, new PersonId(person));
        return Redirect.to("/people/{person}", person).saying("people.said.reactivated");
    }

    /// Nobody fills in a form that will be refused.
    private Answer provenFirst(Actor actor, String path, Supplier<Page> form) {
        return access.wantsFreshProof(actor, Action.INVITE_PERSON)
                ? new Redirect("/sign-in/again?to=" + path, null)
                : form.get();
    }

    private Page made(Invited invited, String name, String email) {
        return Page.of(
                "people/made",
                new PeopleView.Made(
                        "/people/" + invited.person(),
                        name,
                        email,
                        invitationMail.link(invited),
                        invitationMail.send(invited)));
    }

    private Page form(Actor actor, Shell shell, UUID request, boolean staff, Typed typed, FormErrors errors) {
        var clinicians = listAccounts.list(actor).stream()
                .filter(account -> account.clinician().isPresent() && account.state() != Account.State.DEACTIVATED)
                .map(account -> Choice.of(account.clinician().orElseThrow().toString(), account.displayName()))
                .toList();
        return Page.of("people/form", new PeopleView.Form(request, staff, typed, choices(shell, clinicians), errors));
    }

    private static PeopleView.Choices choices(Shell shell, List<Choice> clinicians) {
        return new PeopleView.Choices(
                Stream.of(Role.DOCTOR, Role.NURSE, Role.ADMIN)
                        .map(role -> new Choice(
                                role.name(), shell.t("people.role." + code(role)), shell.t("people.may." + code(role))))
                        .toList(),
                clinicians,
                Arrays.stream(Gender.values())
                        .map(gender -> Choice.of(gender.code(), shell.t("chart.gender." + gender.code())))
                        .toList(),
                Zones.with(shell.zone()).stream()
                        .map(zone -> Choice.of(
                                zone.getId(),
                                shell.sentenceStart(shell.zoneName(zone)) + " – " + Zones.city(zone, shell)))
                        .toList(),
                Arrays.stream(Language.values())
                        .map(language -> Choice.of(language.code(), language.ownName()))
                        .toList());
    }

    private static Typed defaults(Shell shell) {
        return Typed.nothing(Map.of(
                "zone", shell.zone().getId(),
                "language", shell.language().code()));
    }

    private static Stream<ClinicianId> clinicians(List<Account> accounts) {
        return accounts.stream().flatMap(account -> account.clinician().stream());
    }

    private static boolean isStaff(Account account) {
        return !account.roles().equals(Set.of(Role.PATIENT));
    }

    private static List<PeopleView.Line> lines(Stream<Account> accounts) {
        return accounts.map(PeopleController::line).toList();
    }

    private static PeopleView.Line line(Account account) {
        return new PeopleView.Line(
                "/people/" + account.person(),
                account.displayName(),
                account.email().orElse(""),
                account.roles().stream().sorted().map(PeopleController::code).toList(),
                account.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                switch (account.state()) {
                    case INVITED -> "info";
                    case NOT_INVITED -> "warn";
                    case REGISTERED -> "plain";
                    case ACTIVE -> "success";
                    case DEACTIVATED -> "plain";
                },
                account.until().orElse(null));
    }

    private static String code(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
