package health.visavis.insight;

import static health.visavis.access.Action.LIST_CALL_RECORDS;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.insight.store.CallRecords;
import java.util.List;

/// The calls there were, for those who run the clinic's technology.
@UseCase
public class ListCallRecords {

    private final Access access;
    private final CallRecords records;

    ListCallRecords(Access access, CallRecords records) {
        this.access = access;
        this.records = records;
    }

    public List<CallRecord> list(Actor actor, CallQuery query) {
        access.require(actor, LIST_CALL_RECORDS.anyone());
        return records.find(query);
    }

    /// The engines that carried calls.
    public List<String> engines(Actor actor) {
        access.requireForUpdate(actor, LIST_CALL_RECORDS.anyone());
        return records.engines();
    }
}
