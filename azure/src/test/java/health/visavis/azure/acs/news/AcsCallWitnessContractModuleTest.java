package health.visavis.azure.acs.news;

import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.azure.acs.store.AcsNewsLog;
import health.visavis.visit.CallSeen;
import health.visavis.visit.CallWitness;
import health.visavis.visit.CallWitnessContract;
import health.visavis.visit.EngineName;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/// What the vendor's news tells of a call is what our own seats tell.
@SpringBootTest(classes = PlatformTestApplication.class, properties = "visavis.visit.engines=direct,audio,telephone")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class AcsCallWitnessContractModuleTest extends CallWitnessContract {

    @Autowired
    private AcsCallWitness witness;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected CallWitness witness() {
        return witness;
    }

    @Override
    protected EngineName engine() {
        return new EngineName("acs");
    }

    @Override
    protected void happened(CallSeen call) {
        var room = "99" + System.nanoTime();
        var line = UUID.randomUUID();
        database.sql("""
                        INSERT INTO acs_room (id, engine, visit_id, rung, first_sent_at, valid_until, room_id)
                        VALUES (?, 'acs', ?, 1, now(), now(), ?)
                        """).params(line, visit.value(), room).update();
        var news = new AcsNewsLog(jdbc);
        var users = new HashMap<UUID, String>();
        for (var one : call.attendances()) {
            var user = users.computeIfAbsent(one.seat(), seat -> user(line, seat));
            news.keep(new AcsNews.Left(id(), one.leftAt(), room, user), one.leftAt());
            news.keep(new AcsNews.Came(id(), one.cameAt(), room, user), one.leftAt());
        }
        news.keep(
                new AcsNews.CallOver(id(), call.endedAt(), room, Duration.between(call.beganAt(), call.endedAt())),
                call.endedAt());
        news.keep(new AcsNews.CallBegan(id(), call.beganAt(), room), call.endedAt());
    }

    private String user(UUID line, UUID seat) {
        var user = "8:acs:" + UUID.randomUUID();
        database.sql("INSERT INTO acs_user (id, room, seat_id, asked_at, acs_id) VALUES (?, ?, ?, now(), ?)")
                .params(UUID.randomUUID(), line, seat, user)
                .update();
        return user;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
