package health.visavis.web.keys;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.breakglass.ReadSealedCodes;
import health.visavis.breakglass.WithdrawSealedCodes;
import health.visavis.custody.AskForKeyAct;
import health.visavis.custody.AskForKeyAct.AskOutcome;
import health.visavis.custody.DecideKeyAct;
import health.visavis.custody.ReadKeys;
import health.visavis.custody.ReadKeys.Custody;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.keys.KeyStanding;
import health.visavis.web.components.Choice;
import health.visavis.web.keys.KeysView.Version;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keys and sealed codes, for administrators: what there is, what is asked, who agrees.
@Controller
@RequestMapping(KeysController.PATH)
class KeysController {

    static final String PATH = "/keys";

    private final ReadKeys readKeys;
    private final AskForKeyAct askForKeyAct;
    private final DecideKeyAct decideKeyAct;
    private final ReadSealedCodes readSealedCodes;
    private final WithdrawSealedCodes withdrawSealedCodes;
    private final Access access;

    KeysController(
            ReadKeys readKeys,
            AskForKeyAct askForKeyAct,
            DecideKeyAct decideKeyAct,
            ReadSealedCodes readSealedCodes,
            WithdrawSealedCodes withdrawSealedCodes,
            Access access) {
        this.readKeys = readKeys;
        this.askForKeyAct = askForKeyAct;
        this.decideKeyAct = decideKeyAct;
        this.readSealedCodes = readSealedCodes;
        this.withdrawSealedCodes = withdrawSealedCodes;
        this.access = access;
    }

    @GetMapping
    Page keys(Actor actor, @RequestParam(required = false) @Nullable UUID patient) {
        return page(actor, patient, null);
    }

    @PostMapping("/rotation")
    Answer rotate(Actor actor, @RequestParam(defaultValue = "") String reason) {
        return asked(actor, new KeyAct.Rotate(), reason);
    }

    @PostMapping("/destruction")
    Answer destroy(Actor actor, @RequestParam UUID patient, @RequestParam(defaultValue = "") String reason) {
        return asked(actor, new KeyAct.Destroy(new PatientId(patient)), reason);
    }

    @PostMapping("/revocation")
    Answer revoke(
            Actor actor, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String reason) {
        return asked(actor, new KeyAct.Revoke(key), reason);
    }

    /// Sealed codes for a doctor or nurse, to be printed on the machine.
    @PostMapping("/codes")
    Answer codes(Actor actor, @RequestParam UUID person, @RequestParam(defaultValue = "") String reason) {
        return asked(actor, new KeyAct.MakeCodes(new PersonId(person)), reason);
    }

    @PostMapping("/codes/{person}/withdrawal")
    Redirect withdraw(Actor actor, @PathVariable UUID person) {
        return Redirect.to(PATH)
                .saying(
                        withdrawSealedCodes.withdraw(actor, new PersonId(person))
                                ? "keys.said.withdrawn"
                                : "keys.said.noneLeft");
    }

    @PostMapping("/requests/{request}/agreement")
    Redirect agree(Actor actor, @PathVariable UUID request) {
        return Redirect.to(PATH)
                .saying(
                        switch (decideKeyAct.agree(actor, request)) {
                            case KeyRequest.Answer.Agreed agreed
                            when agreed.now() instanceof KeyRequest.Approved -> "keys.said.approved";
                            case KeyRequest.Answer.Agreed _ -> "keys.said.backed";
                            case KeyRequest.Answer.SamePerson _ -> "keys.said.samePerson";
                            case KeyRequest.Answer.NotOpen _ -> "keys.said.notOpen";
                        });
    }

    @PostMapping("/requests/{request}/refusal")
    Redirect refuse(Actor actor, @PathVariable UUID request) {
        return Redirect.to(PATH)
                .saying(decideKeyAct.refuse(actor, request) ? "keys.said.refused" : "keys.said.notOpen");
    }

    private Answer asked(Actor actor, KeyAct act, String reason) {
        var wrong = switch (askForKeyAct.ask(actor, act, reason)) {
            case AskOutcome.Asked _ -> null;
            case AskOutcome.ReasonMissing _ -> "keys.wrong.reason";
            case AskOutcome.NoSuchPatient _ -> "keys.wrong.patient";
            case AskOutcome.AskedBefore _ -> "keys.wrong.askedBefore";
            case AskOutcome.StillInUse _ -> "keys.wrong.stillInUse";
            case AskOutcome.IsCurrent _ -> "keys.wrong.current";
            case AskOutcome.NoSuchClinician _ -> "keys.wrong.clinician";
        };
        return wrong == null
                ? Redirect.to(PATH).saying("keys.said.asked")
                : page(actor, act.patient().map(PatientId::value).orElse(null), wrong)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(Actor actor, @Nullable UUID patient, @Nullable String wrong) {
        var custody = readKeys.read(actor);
        var codes = readSealedCodes.read(actor);
        var standing = custody.standing();
        return Page.of(
                "keys/keys",
                new KeysView(
                        standing.current(),
                        versions(standing),
                        standing.destroyed(),
                        standing.cacheBound(),
                        standing.cacheLifetime().toMinutes(),
                        !access.wantsFreshProof(actor, Action.REQUEST_KEY_ACT),
                        custody.open().stream()
                                .map(request -> open(actor, custody, request))
                                .toList(),
                        custody.closed().stream()
                                .map(closed -> new KeysView.Closed(
                                        code(closed.terms().act()),
                                        about(custody, closed.terms().act()),
                                        closed.terms().reason(),
                                        closed.at(),
                                        closed.ending().name().toLowerCase(Locale.ROOT)))
                                .toList(),
                        standing.unused().stream()
                                .map(keyId -> Choice.of(keyId, keyId))
                                .toList(),
                        patient == null ? null : patient.toString(),
                        codes.left().stream()
                                .map(left -> new KeysView.Codes(
                                        PATH + "/codes/" + left.of() + "/withdrawal",
                                        codes.name(left.of()),
                                        left.left(),
                                        left.madeAt()))
                                .toList(),
                        codes.forWhom().stream()
                                .map(account -> Choice.of(account.person().toString(), account.displayName()))
                                .toList(),
                        wrong));
    }

    private static List<Version> versions(KeyStanding standing) {
        var used = standing.versions().stream()
                .map(version -> new Version(
                        version.keyId(), version.dataKeys(), version.keyId().equals(standing.current())));
        var unused = standing.versions().stream()
                        .noneMatch(version -> version.keyId().equals(standing.current()))
                ? Stream.of(new Version(standing.current(), 0, true))
                : Stream.<Version>empty();
        return Stream.concat(used, unused).toList();
    }

    private static KeysView.Open open(Actor actor, Custody custody, KeyRequest request) {
        var terms = request.terms();
        var agreed = agreed(request);
        return new KeysView.Open(
                PATH + "/requests/" + terms.id(),
                code(terms.act()),
                about(custody, terms.act()),
                terms.reason(),
                terms.askedAt(),
                terms.until(),
                agreed.stream()
                        .map(person -> Optional.ofNullable(custody.people().get(person))
                                .orElse("–"))
                        .toList(),
                agreed.size() < 2 && !agreed.contains(actor.person()),
                agreed.size() == 2);
    }

    private static List<PersonId> agreed(KeyRequest request) {
        return switch (request) {
            case KeyRequest.Backed backed -> List.of(backed.first().by());
            case KeyRequest.Approved approved ->
                List.of(approved.first().by(), approved.second().by());
            case KeyRequest.Asked _, KeyRequest.Closed _ -> List.of();
        };
    }

    private static String about(Custody custody, KeyAct act) {
        return switch (act) {
            case KeyAct.Rotate _ -> "";
            case KeyAct.Destroy destroy ->
                Optional.ofNullable(custody.patients().get(destroy.of())).orElse("–");
            case KeyAct.Revoke revoke -> revoke.keyId();
            case KeyAct.MakeCodes codes ->
                Optional.ofNullable(custody.people().get(codes.of())).orElse("–");
        };
    }

    private static String code(KeyAct act) {
        return switch (act) {
            case KeyAct.Rotate _ -> "rotate";
            case KeyAct.Destroy _ -> "destroy";
            case KeyAct.Revoke _ -> "revoke";
            case KeyAct.MakeCodes _ -> "codes";
        };
    }
}
