package health.visavis.access;

import static health.visavis.access.Reach.ANY;
import static health.visavis.access.Reach.NOBODY;
import static health.visavis.access.Reach.OWN;
import static health.visavis.access.Reach.RELATED;

import health.visavis.access.VisitGuests.Standing;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Every act that needs a permission, and how far each role reaches with it. This table is the policy: what is
/// not in it cannot be done.
///
/// Columns: patient, doctor, nurse, admin, system. What a guest of one visit may do in it is in [#guestStanding],
/// what whoever came by a sealed code may do in [#reachInEmergency].
public enum Action {
    // People
    READ_OWN_PROFILE(ANY, ANY, ANY, ANY, NOBODY),
    CHANGE_OWN_PROFILE(ANY, ANY, ANY, ANY, NOBODY),
    LIST_CLINICIANS(ANY, ANY, ANY, ANY, NOBODY),
    LIST_PATIENTS(NOBODY, ANY, ANY, NOBODY, NOBODY),
    REGISTER_PATIENT(NOBODY, NOBODY, NOBODY, ANY, ANY),
    REGISTER_CLINICIAN(NOBODY, NOBODY, NOBODY, ANY, ANY),
    REGISTER_CLINIC(NOBODY, NOBODY, NOBODY, ANY, ANY),
    INVITE_PERSON(NOBODY, NOBODY, NOBODY, ANY, ANY),
    LIST_ACCOUNTS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    DEACTIVATE_PERSON(NOBODY, NOBODY, NOBODY, ANY, NOBODY),

    // People who act for a patient
    INVITE_PROXY(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    REGISTER_PROXY(NOBODY, NOBODY, RELATED, ANY, NOBODY),
    AGREE_TO_PROXY(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    LIST_PROXIES(OWN, RELATED, RELATED, ANY, NOBODY),
    EXTEND_PROXY(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    END_PROXY(OWN, NOBODY, RELATED, ANY, NOBODY),
    /// What one does as the one who acts, before acting: looks for whom, begins, gives it back.
    ACCEPT_PROXY(ANY, NOBODY, NOBODY, NOBODY, NOBODY),
    LIST_OWN_PROXIES(ANY, NOBODY, NOBODY, NOBODY, NOBODY),
    BEGIN_ACTING(ANY, NOBODY, NOBODY, NOBODY, NOBODY),
    GIVE_BACK_PROXY(ANY, NOBODY, NOBODY, NOBODY, NOBODY),

    // Chart
    READ_CHART(OWN, RELATED, RELATED, NOBODY, NOBODY),
    IMPORT_CHART(NOBODY, NOBODY, NOBODY, ANY, ANY),
    WATCH_IMPORTS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),

    // Consent
    READ_OWN_CONSENTS(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    GIVE_CONSENT(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    WITHDRAW_CONSENT(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    /// What would be decided about others if a consent of one's own were withdrawn.
    FORESEE_WITHDRAWAL(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    /// What would be decided about anybody if something were otherwise.
    SIMULATE_ACCESS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),

    // Scheduling
    FIND_FREE_SLOTS(ANY, ANY, ANY, NOBODY, NOBODY),
    PREPARE_APPOINTMENT(NOBODY, RELATED, RELATED, NOBODY, NOBODY),
    REQUEST_APPOINTMENT(OWN, RELATED, RELATED, NOBODY, NOBODY),
    READ_APPOINTMENT(OWN, RELATED, RELATED, NOBODY, NOBODY),
    LIST_OWN_APPOINTMENTS(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    READ_AGENDA(NOBODY, OWN, RELATED, NOBODY, NOBODY),
    CONFIRM_APPOINTMENT(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    DECLINE_APPOINTMENT(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    CANCEL_APPOINTMENT(OWN, OWN, RELATED, NOBODY, NOBODY),
    MOVE_APPOINTMENT(OWN, OWN, RELATED, NOBODY, NOBODY),
    SET_CLINIC_HOURS(NOBODY, OWN, NOBODY, NOBODY, ANY),
    READ_CLINIC_HOURS(NOBODY, OWN, RELATED, NOBODY, ANY),
    FULFIL_APPOINTMENT(NOBODY, OWN, NOBODY, NOBODY, ANY),
    RECORD_NO_SHOW(NOBODY, OWN, RELATED, NOBODY, ANY),

    // Visit
    OPEN_VISIT(NOBODY, NOBODY, NOBODY, NOBODY, ANY),
    READ_VISIT(OWN, OWN, RELATED, NOBODY, NOBODY),
    ARRIVE_AT_VISIT(OWN, NOBODY, NOBODY, NOBODY, ANY),
    LEAVE_WAITING_ROOM(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    SEE_WAITING_ROOM(NOBODY, OWN, RELATED, NOBODY, NOBODY),
    ADMIT_PATIENT(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    RETURN_TO_WAITING(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    END_VISIT(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    TAKE_SEAT(OWN, OWN, NOBODY, NOBODY, NOBODY),
    SEND_SIGNAL(OWN, OWN, NOBODY, NOBODY, NOBODY),
    REPORT_CALL_QUALITY(OWN, OWN, NOBODY, NOBODY, NOBODY),
    LEAVE_SEAT(OWN, OWN, NOBODY, NOBODY, NOBODY),
    RECEIVE_SIGNAL(OWN, OWN, NOBODY, NOBODY, NOBODY),
    CHECK_DEVICES(OWN, OWN, NOBODY, NOBODY, NOBODY),
    BE_PRESENT(OWN, OWN, NOBODY, NOBODY, NOBODY),
    RENEW_PASS(OWN, OWN, NOBODY, NOBODY, NOBODY),
    REPORT_LINE_FAILURE(OWN, OWN, NOBODY, NOBODY, NOBODY),
    TRY_PICTURE_AGAIN(OWN, OWN, NOBODY, NOBODY, NOBODY),
    LIST_BROKEN_LINKS(NOBODY, ANY, ANY, ANY, NOBODY),
    CANCEL_VISIT(NOBODY, NOBODY, NOBODY, NOBODY, ANY),
    RAISE_HAND(OWN, OWN, NOBODY, NOBODY, NOBODY),
    LOWER_HAND(NOBODY, OWN, NOBODY, NOBODY, NOBODY),

    // Guests of a visit
    INVITE_GUEST(OWN, OWN, RELATED, NOBODY, NOBODY),
    SEE_GUESTS(OWN, OWN, RELATED, NOBODY, NOBODY),
    REMOVE_GUEST(OWN, OWN, RELATED, NOBODY, NOBODY),
    ADMIT_GUEST(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    PUT_GUEST_BACK(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    PROMOTE_GUEST(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    TAKE_GUEST_LINK(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY),
    WAIT_AS_GUEST(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY),
    READ_OWN_STANDING(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY),

    LIST_VISITS(NOBODY, NOBODY, NOBODY, NOBODY, ANY),
    GO_ON_BY_TELEPHONE(NOBODY, OWN, NOBODY, NOBODY, NOBODY),

    // Telephone
    MEET_BY_PHONE(OWN, OWN, RELATED, NOBODY, NOBODY),
    CALL_PATIENT(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    HANG_UP_PHONE(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    READ_TELEPHONE(OWN, OWN, RELATED, NOBODY, NOBODY),

    // Emergency
    CONFIRM_PLACE(OWN, OWN, RELATED, NOBODY, NOBODY),
    RAISE_EMERGENCY(OWN, OWN, RELATED, NOBODY, NOBODY),
    READ_EMERGENCY(OWN, OWN, RELATED, NOBODY, NOBODY),

    // Messaging
    LIST_THREADS(ANY, ANY, ANY, NOBODY, NOBODY),
    LIST_MESSAGE_PARTNERS(ANY, ANY, ANY, ANY, NOBODY),
    START_THREAD(OWN, RELATED, RELATED, NOBODY, NOBODY),
    READ_MESSAGES(OWN, RELATED, RELATED, NOBODY, NOBODY),
    SEND_MESSAGE(OWN, RELATED, RELATED, NOBODY, NOBODY),
    SEND_FILE(OWN, RELATED, RELATED, NOBODY, NOBODY),
    READ_FILE(OWN, RELATED, RELATED, NOBODY, NOBODY),

    // Records opened in an emergency
    /// By exact name and birth date: whoever can name neither finds nobody.
    SEEK_IN_EMERGENCY(NOBODY, ANY, ANY, NOBODY, NOBODY),
    OPEN_IN_EMERGENCY(NOBODY, ANY, ANY, NOBODY, NOBODY),
    /// One's own that are not over yet.
    LIST_OWN_EMERGENCIES(NOBODY, ANY, ANY, NOBODY, NOBODY),
    END_EMERGENCY(NOBODY, ANY, ANY, NOBODY, NOBODY),
    LIST_EMERGENCIES(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    REVIEW_EMERGENCY(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    /// For whom there are sealed codes, and how many are left; never a code.
    READ_SEALED_CODES(NOBODY, NOBODY, NOBODY, ANY, ANY),
    /// What two administrators have agreed to, done by a command on the machine.
    MAKE_SEALED_CODES(NOBODY, NOBODY, NOBODY, NOBODY, ANY),
    WITHDRAW_SEALED_CODES(NOBODY, NOBODY, NOBODY, ANY, NOBODY),

    // Recording
    RECORD_VISIT(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    ANSWER_RECORDING(OWN, OWN, NOBODY, NOBODY, NOBODY),
    STORE_RECORDING(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    LIST_RECORDINGS(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    READ_RECORDING(NOBODY, OWN, NOBODY, NOBODY, NOBODY),
    /// What a recorder outside of the browser has made.
    KEEP_RECORDING(NOBODY, NOBODY, NOBODY, NOBODY, ANY),
    DELETE_RECORDING(NOBODY, NOBODY, NOBODY, NOBODY, ANY),

    // Insight
    READ_VISIT_QUALITY(NOBODY, OWN, NOBODY, ANY, NOBODY),
    LIST_CALL_RECORDS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    ANSWER_SURVEY(OWN, OWN, NOBODY, NOBODY, NOBODY),
    READ_SURVEY(NOBODY, NOBODY, NOBODY, ANY, NOBODY),

    // Audit
    SEARCH_AUDIT(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    READ_OWN_TRAIL(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    TAKE_OWN_TRAIL(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    QUESTION_ACCESS(OWN, NOBODY, NOBODY, NOBODY, NOBODY),
    LIST_ACCESS_QUESTIONS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    CLOSE_ACCESS_QUESTION(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    REPORT_ACCESS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    WATCH_PATIENT(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    PRUNE_TRAIL(NOBODY, NOBODY, NOBODY, NOBODY, ANY),

    // Keys
    READ_KEYS(NOBODY, NOBODY, NOBODY, ANY, ANY),
    /// A command on the machine asks too, and is none of the two who agree.
    REQUEST_KEY_ACT(NOBODY, NOBODY, NOBODY, ANY, ANY),
    APPROVE_KEY_ACT(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    REFUSE_KEY_ACT(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    CARRY_OUT_KEY_ACT(NOBODY, NOBODY, NOBODY, NOBODY, ANY),
    GIVE_UP_KEY_ACT(NOBODY, NOBODY, NOBODY, NOBODY, ANY),

    // Alarms
    READ_ALARMS(NOBODY, NOBODY, NOBODY, ANY, NOBODY),
    MARK_ALARM_SEEN(NOBODY, NOBODY, NOBODY, ANY, NOBODY);

    private final Reach patient;
    private final Reach doctor;
    private final Reach nurse;
    private final Reach admin;
    private final Reach system;

    Action(Reach patient, Reach doctor, Reach nurse, Reach admin, Reach system) {
        this.patient = patient;
        this.doctor = doctor;
        this.nurse = nurse;
        this.admin = admin;
        this.system = system;
    }

    public Reach reachOf(Role role) {
        return switch (role) {
            case PATIENT -> patient;
            case DOCTOR -> doctor;
            case NURSE -> nurse;
            case ADMIN -> admin;
            case SYSTEM -> system;
            case GUEST -> guestStanding().isPresent() ? OWN : NOBODY;
            case EMERGENCY -> reachInEmergency();
        };
    }

    /// For whoever came by a sealed code: to seek, to open and to read, and of that only what they have opened.
    private Reach reachInEmergency() {
        return switch (this) {
            case SEEK_IN_EMERGENCY, OPEN_IN_EMERGENCY, LIST_OWN_EMERGENCIES, END_EMERGENCY -> ANY;
            default -> opensInEmergency() ? RELATED : NOBODY;
        };
    }

    /// Whether somebody who does not treat the patient may do this once they have opened the record in an emergency:
    /// they
    /// look, and change, send, book and take along nothing.
    boolean opensInEmergency() {
        return switch (this) {
            case READ_CHART, READ_MESSAGES, READ_FILE -> true;
            default -> false;
        };
    }

    /// Whether it shows entries of a chart, so that what somebody may see of it depends on how sensitive each is.
    boolean showsEntries() {
        return this == READ_CHART;
    }

    /// Whether it is about nobody in particular and needs rows of all patients, in the tables whose policies name it.
    public boolean opensRowsOfAll() {
        return switch (this) {
            case READ_SURVEY, LIST_ACCESS_QUESTIONS, LIST_VISITS -> true;
            default -> false;
        };
    }

    /// Whether it is about a clinician's visits, whoever their patients are: it opens these and nothing of a patient.
    public boolean opensVisitsOfClinician() {
        return this == SEE_WAITING_ROOM;
    }

    /// What may be seen of a chart by whoever has opened it in an emergency (42 CFR 2.51).
    Sensitivity clearanceInEmergency() {
        return showsEntries() ? Sensitivity.PART2 : Sensitivity.ORDINARY;
    }

    /// What may be seen of a chart by whoever reaches everybody's: an import compares with all that there is.
    Sensitivity clearanceOfAny() {
        return this == IMPORT_CHART ? Sensitivity.KEPT_APART : Sensitivity.ORDINARY;
    }

    /// Among what a proxy may do this for the patient; empty: the patient alone does it, or nobody does it for
    /// somebody.
    ///
    /// The patient's alone are: who may act for them, what becomes of a recording, who has looked at their data and
    /// why, and their own account. So is the survey, which asks how it was for the one who answers.
    public Optional<ProxyScope> proxyScope() {
        return switch (this) {
            case FIND_FREE_SLOTS,
                    LIST_CLINICIANS,
                    REQUEST_APPOINTMENT,
                    READ_APPOINTMENT,
                    LIST_OWN_APPOINTMENTS,
                    CANCEL_APPOINTMENT,
                    MOVE_APPOINTMENT -> Optional.of(ProxyScope.APPOINTMENTS);
            case READ_VISIT,
                    ARRIVE_AT_VISIT,
                    LEAVE_WAITING_ROOM,
                    TAKE_SEAT,
                    SEND_SIGNAL,
                    REPORT_CALL_QUALITY,
                    LEAVE_SEAT,
                    RECEIVE_SIGNAL,
                    CHECK_DEVICES,
                    BE_PRESENT,
                    RENEW_PASS,
                    REPORT_LINE_FAILURE,
                    TRY_PICTURE_AGAIN,
                    RAISE_HAND,
                    INVITE_GUEST,
                    SEE_GUESTS,
                    REMOVE_GUEST,
                    MEET_BY_PHONE,
                    READ_TELEPHONE,
                    CONFIRM_PLACE,
                    RAISE_EMERGENCY,
                    READ_EMERGENCY -> Optional.of(ProxyScope.VISITS);
            case LIST_THREADS, LIST_MESSAGE_PARTNERS, START_THREAD, READ_MESSAGES, SEND_MESSAGE, SEND_FILE, READ_FILE ->
                Optional.of(ProxyScope.MESSAGES);
            case READ_CHART -> Optional.of(ProxyScope.RECORD);
            default -> Optional.empty();
        };
    }

    /// Whether whoever does this must have shown who they are just before: it makes or ends the access of others, goes
    /// past the rules, or touches what everybody's access rests on.
    public boolean needsFreshProof() {
        return switch (this) {
            case INVITE_PERSON,
                    DEACTIVATE_PERSON,
                    INVITE_PROXY,
                    REGISTER_PROXY,
                    AGREE_TO_PROXY,
                    EXTEND_PROXY,
                    REQUEST_KEY_ACT,
                    APPROVE_KEY_ACT,
                    SEEK_IN_EMERGENCY,
                    OPEN_IN_EMERGENCY -> true;
            default -> false;
        };
    }

    /// From where on a guest may do this, in the one visit of the link and in no other; empty: never.
    public Optional<Standing> guestStanding() {
        return switch (this) {
            case TAKE_GUEST_LINK, WAIT_AS_GUEST, READ_OWN_STANDING, CHECK_DEVICES, BE_PRESENT, LEAVE_SEAT ->
                Optional.of(Standing.INVITED);
            case READ_VISIT,
                    TAKE_SEAT,
                    SEND_SIGNAL,
                    RECEIVE_SIGNAL,
                    REPORT_CALL_QUALITY,
                    RENEW_PASS,
                    REPORT_LINE_FAILURE,
                    ANSWER_RECORDING,
                    RAISE_HAND -> Optional.of(Standing.ADMITTED);
            case ADMIT_PATIENT, RETURN_TO_WAITING, SEE_GUESTS, ADMIT_GUEST, PUT_GUEST_BACK, LOWER_HAND ->
                Optional.of(Standing.CO_HOST);
            default -> Optional.empty();
        };
    }

    /// Whether a granted act is put on the trail; a refused one always is.
    ///
    /// What browsers tell each other and us to stay connected (network addresses and numbers, several a second)
    /// is no patient data and says nothing beyond "they are in the call", which joining and leaving record. The
    /// parts of a recording arrive every few seconds; that it began and ended is on the trail.
    public boolean leavesTrace() {
        return switch (this) {
            case SEND_SIGNAL, RECEIVE_SIGNAL, REPORT_CALL_QUALITY, BE_PRESENT, STORE_RECORDING -> false;
            default -> true;
        };
    }

    /// The name on the audit trail, such as `confirm-appointment`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Permission of(PatientId patient) {
        return on(new Subject(patient, null, null, true));
    }

    public Permission of(PatientId patient, UUID subject) {
        return on(new Subject(patient, null, subject, true));
    }

    public Permission of(ClinicianId clinician) {
        return on(new Subject(null, clinician, null, true));
    }

    /// For acts on something that is neither a patient's nor a clinician's.
    public Permission about(UUID subject) {
        return on(new Subject(null, null, subject, true));
    }

    public Permission on(Subject subject) {
        return new Permission(this, subject);
    }

    /// For acts that are about nobody in particular.
    public Permission anyone() {
        return on(new Subject(null, null, null, true));
    }
}
