package health.visavis.visit.store;

import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.TurnPass;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The passes that relays may find good, as the view `visavis_turn.turnusers_lt` shows them.
@Component
public class RelayPasses {

    private final JdbcClient jdbc;

    RelayPasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever takes the seat away comes before, and then there is no pass, or after, and finds it to forget.
    ///
    /// @return whether somebody holds the seat
    public boolean add(SeatId seat, TurnPass pass) {
        return jdbc.sql("""
                        INSERT INTO visit_relay_pass (user_name, seat_id, hmackey, expires_at)
                        SELECT :userName, id, :key, :expiresAt
                          FROM visit_seat WHERE id = :seat AND left_at IS NULL
                           FOR SHARE
                        ON CONFLICT (user_name) DO UPDATE SET hmackey = excluded.hmackey
                        """)
                        .param("userName", pass.userName())
                        .param("key", pass.key().reveal())
                        .param("expiresAt", Timestamp.from(pass.expiresAt()))
                        .param("seat", seat.value())
                        .update()
                > 0;
    }

    /// Unless somebody sits there again already.
    public void forget(SeatId seat) {
        jdbc.sql("""
                        DELETE FROM visit_relay_pass
                         WHERE seat_id = :seat
                           AND NOT EXISTS (SELECT FROM visit_seat WHERE id = :seat AND left_at IS NULL)
                        """).param("seat", seat.value()).update();
    }

    public void forgetOver(Instant now) {
        jdbc.sql("DELETE FROM visit_relay_pass WHERE expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
