package health.visavis.telephone.store;

import health.visavis.access.PatientRows;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.RowContext;
import health.visavis.telephone.domain.Ending;
import health.visavis.telephone.domain.PhoneCall;
import health.visavis.telephone.domain.PhoneCall.Leg;
import health.visavis.telephone.domain.PhoneCallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every telephone call of every visit.
@Component
public class PhoneCalls {

    /// A call as it is kept.
    ///
    /// @param number sealed for [#numberOf]
    /// @param reference how the carrier names it; null until the carrier has answered
    public record KeptCall(
            PhoneCall call,
            PatientId patient,
            byte[] number,
            String carrier,
            @Nullable String reference) {}

    private static final String COLUMNS = """
            id, visit_id, patient_id, direction, state, number, carrier, reference, began_at, ringing_at, answered_at,
            ended_at, ending
            """;

    private final PatientRows rows;

    PhoneCalls(PatientRows rows) {
        this.rows = rows;
    }

    public static RowContext numberOf(PhoneCallId id) {
        return RowContext.of("phone_call", "number", id.value());
    }

    /// @param request whose repetition is recognised
    public void add(KeptCall kept, UUID request) {
        var call = kept.call();
        rows.sql("""
                        INSERT INTO phone_call (id, visit_id, patient_id, request, direction, state, number, carrier,
                                                reference, began_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(call.id().value())
                .param(call.leg().visit().value())
                .param(kept.patient().value())
                .param(request)
                .param(call.leg().inbound() ? "IN" : "OUT")
                .param(state(call))
                .param(kept.number())
                .param(kept.carrier())
                .param(kept.reference())
                .param(Timestamp.from(call.leg().beganAt()))
                .update();
    }

    public Optional<KeptCall> find(PhoneCallId id) {
        return one("id = ?", id.value());
    }

    public Optional<KeptCall> find(String carrier, String reference) {
        return one("carrier = ? AND reference = ?", carrier, reference);
    }

    /// For a move: nobody else moves it until this transaction ends.
    public Optional<KeptCall> locked(PhoneCallId id) {
        return one("id = ? FOR UPDATE", id.value());
    }

    /// The one call of the visit that is not over.
    public Optional<KeptCall> lockedActive(VisitId visit) {
        return one("visit_id = ? AND state <> 'ENDED' FOR UPDATE", visit.value());
    }

    public Optional<KeptCall> asked(VisitId visit, UUID request) {
        return one("visit_id = ? AND request = ?", visit.value(), request);
    }

    /// In the order in which they began.
    public List<KeptCall> of(VisitId visit) {
        return rows.sql("SELECT " + COLUMNS + " FROM phone_call WHERE visit_id = ? ORDER BY began_at, id")
                .param(visit.value())
                .query(PhoneCalls::kept)
                .list();
    }

    public void save(PhoneCall call) {
        var ringing = call instanceof PhoneCall.Ringing now ? now.ringingSince() : null;
        var answered = switch (call) {
            case PhoneCall.Answered now -> now.answeredAt();
            case PhoneCall.Ended over -> over.answeredAt();
            case PhoneCall.Dialling _, PhoneCall.Ringing _, PhoneCall.Holding _ -> null;
        };
        var ended = call instanceof PhoneCall.Ended over ? over : null;
        rows.sql("""
                        UPDATE phone_call
                           SET state = :state, ringing_at = coalesce(:ringing, ringing_at), answered_at = :answered,
                               ended_at = :ended, ending = :ending
                         WHERE id = :id
                        """)
                .param("state", state(call))
                .param("ringing", timestamp(ringing))
                .param("answered", timestamp(answered))
                .param("ended", timestamp(ended == null ? null : ended.endedAt()))
                .param("ending", ended == null ? null : ended.ending().name())
                .param("id", call.id().value())
                .update();
    }

    public void named(PhoneCallId id, String reference) {
        rows.sql("UPDATE phone_call SET reference = ? WHERE id = ?")
                .params(reference, id.value())
                .update();
    }

    private Optional<KeptCall> one(String where, Object... values) {
        return rows.sql("SELECT " + COLUMNS + " FROM phone_call WHERE " + where)
                .params(values)
                .query(PhoneCalls::kept)
                .optional();
    }

    private static KeptCall kept(ResultSet row, int number) throws SQLException {
        return new KeptCall(
                call(row),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getBytes("number"),
                row.getString("carrier"),
                row.getString("reference"));
    }

    private static PhoneCall call(ResultSet row) throws SQLException {
        var leg = new Leg(
                new PhoneCallId(row.getObject("id", UUID.class)),
                new VisitId(row.getObject("visit_id", UUID.class)),
                row.getString("direction").equals("IN"),
                row.getTimestamp("began_at").toInstant());
        return switch (row.getString("state")) {
            case "DIALLING" -> new PhoneCall.Dialling(leg);
            case "RINGING" ->
                new PhoneCall.Ringing(leg, row.getTimestamp("ringing_at").toInstant());
            case "HOLDING" -> new PhoneCall.Holding(leg);
            case "ANSWERED" ->
                new PhoneCall.Answered(leg, row.getTimestamp("answered_at").toInstant());
            case "ENDED" ->
                new PhoneCall.Ended(
                        leg,
                        instant(row.getTimestamp("answered_at")),
                        row.getTimestamp("ended_at").toInstant(),
                        Ending.valueOf(row.getString("ending")));
            default -> throw new IllegalStateException("Unknown state of telephone call " + leg.id());
        };
    }

    private static String state(PhoneCall call) {
        return switch (call) {
            case PhoneCall.Dialling _ -> "DIALLING";
            case PhoneCall.Ringing _ -> "RINGING";
            case PhoneCall.Holding _ -> "HOLDING";
            case PhoneCall.Answered _ -> "ANSWERED";
            case PhoneCall.Ended _ -> "ENDED";
        };
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
