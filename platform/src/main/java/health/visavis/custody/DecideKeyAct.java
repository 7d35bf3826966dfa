package health.visavis.custody;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.custody.domain.KeyRequest.Answer;
import health.visavis.custody.domain.KeyRequest.Approved;
import health.visavis.custody.domain.KeyRequest.Backed;
import health.visavis.custody.domain.KeyRequest.Ending;
import health.visavis.custody.store.KeyRequests;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// An administrator agrees to what is asked, or refuses it. What two have agreed to is done within seconds.
@UseCase
public class DecideKeyAct {

    private final Access access;
    private final KeyRequests requests;
    private final Clock clock;

    DecideKeyAct(Access access, KeyRequests requests, Clock clock) {
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    public Answer agree(Actor actor, UUID request) {
        access.require(actor, KeyPermission.to(Action.APPROVE_KEY_ACT, request, requests));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answer = requests.held(request)
                .map(held -> held.agreedBy(actor.person(), now))
                .orElseGet(Answer.NotOpen::new);
        if (answer instanceof Answer.Agreed agreed) {
            switch (agreed.now()) {
                case Backed backed -> requests.backed(backed);
                case Approved approved -> requests.approved(approved);
                case KeyRequest.Asked _, KeyRequest.Closed _ ->
                    throw new IllegalStateException("an agreement leads on");
            }
        }
        return answer;
    }

    /// Whoever asked may think better of it too. False when nobody can decide about it any more.
    public boolean refuse(Actor actor, UUID request) {
        access.require(actor, KeyPermission.to(Action.REFUSE_KEY_ACT, request, requests));
        var now = clock.instant();
        return requests.held(request).filter(held -> held.isOpenAt(now)).isPresent()
                && requests.close(request, Ending.REFUSED, actor.person(), now);
    }
}
