package health.visavis.visit;

import health.visavis.PlatformTest;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class SeatWitnessContractModuleTest extends CallWitnessContract {

    @Autowired
    private SeatWitness witness;

    @Override
    protected CallWitness witness() {
        return witness;
    }

    @Override
    protected EngineName engine() {
        return EngineName.DIRECT;
    }

    @Override
    protected void happened(CallSeen call) {
        database.sql("INSERT INTO visit_call (visit_id, opened_at, ended_at) VALUES (?, ?, ?)")
                .params(visit.value(), at(call.beganAt()), at(call.endedAt()))
                .update();
        database.sql("""
                        INSERT INTO visit_rung (visit_id, number, engine, reason, reached_at)
                        VALUES (?, 1, 'direct', 'STARTED', ?)
                        """).params(visit.value(), at(call.beganAt())).update();
        var epochs = new HashMap<UUID, Integer>();
        for (var one : call.attendances()) {
            database.sql("INSERT INTO visit_stay (seat_id, epoch, came_at, left_at) VALUES (?, ?, ?, ?)")
                    .params(one.seat(), epochs.merge(one.seat(), 1, Integer::sum), at(one.cameAt()), at(one.leftAt()))
                    .update();
        }
    }
}
