package health.visavis.messaging;

import health.visavis.access.Actor;
import health.visavis.messaging.SendMessage.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes messages in and shares commits: whatever arrives while the last commit is on its way to the disk goes
/// into the next one. Nothing waits for company, and nobody is answered before the commit of his message has
/// been flushed.
///
/// A thread always goes through the same counter, so the order of one sender's messages is the order in which
/// they came. When one message of a commit is refused or fails, all of that commit are sent again one by one,
/// which is harmless: client ids make sending idempotent.
@Component
public class PostOffice implements SmartLifecycle {

    private static final int COUNTERS = 2;
    private static final int WAITING_AT_MOST = 1_000;
    private static final int PER_COMMIT = 64;

    private record Letter(Posting posting, CompletableFuture<SendOutcome> answer) {}

    private final SendMessage sendMessage;
    private final TransactionTemplate transaction;
    private final List<BlockingQueue<Letter>> counters = IntStream.range(0, COUNTERS)
            .<BlockingQueue<Letter>>mapToObj(number -> new ArrayBlockingQueue<>(WAITING_AT_MOST))
            .toList();
    private volatile List<Thread> clerks = List.of();

    PostOffice(SendMessage sendMessage, PlatformTransactionManager transactions) {
        this.sendMessage = sendMessage;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Completes when the message is on disk; exceptionally with `AccessDenied`, or with a failure after which
    /// sending again is right.
    public CompletableFuture<SendOutcome> post(Actor actor, MessageDraft draft) {
        var letter = new Letter(new Posting(actor, draft), new CompletableFuture<>());
        var counter = counters.get(Math.floorMod(draft.thread().hashCode(), COUNTERS));
        if (clerks.isEmpty() || !counter.offer(letter)) {
            letter.answer().completeExceptionally(new RejectedExecutionException("too many messages are waiting"));
        }
        return letter.answer();
    }

    @Override
    public synchronized void start() {
        if (clerks.isEmpty()) {
            clerks = counters.stream()
                    .map(counter -> Thread.ofVirtual().name("post-office").start(() -> serve(counter)))
                    .toList();
        }
    }

    @Override
    public synchronized void stop() {
        var leaving = clerks;
        clerks = List.of();
        leaving.forEach(Thread::interrupt);
        for (var counter : counters) {
            var left = new ArrayList<Letter>();
            counter.drainTo(left);
            left.forEach(letter ->
                    letter.answer().completeExceptionally(new RejectedExecutionException("this instance is stopping")));
        }
    }

    @Override
    public boolean isRunning() {
        return !clerks.isEmpty();
    }

    private void serve(BlockingQueue<Letter> counter) {
        var batch = new ArrayList<Letter>(PER_COMMIT);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                batch.add(counter.take());
                counter.drainTo(batch, PER_COMMIT - 1);
                send(batch);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                batch.clear();
            }
        }
    }

    private void send(List<Letter> batch) {
        if (batch.size() == 1 || !sendTogether(batch)) {
            batch.forEach(this::sendAlone);
        }
    }

    private boolean sendTogether(List<Letter> batch) {
        List<SendOutcome> outcomes;
        try {
            // A refusal is recorded when the messages are sent one by one, not also here.
            outcomes = transaction.execute(open ->
                    sendMessage.sendTogether(batch.stream().map(Letter::posting).toList()));
        } catch (RuntimeException oneFailed) {
            return false;
        }
        for (var place = 0; place < batch.size(); place++) {
            batch.get(place).answer().complete(outcomes.get(place));
        }
        return true;
    }

    private void sendAlone(Letter letter) {
        try {
            letter.answer()
                    .complete(sendMessage.send(
                            letter.posting().actor(), letter.posting().draft()));
        } catch (RuntimeException failed) {
            letter.answer().completeExceptionally(failed);
        }
    }
}
