package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTest;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class DestroyedContentModuleTest {

    private static final RowContext ROW = RowContext.of("message", "body", UUID.randomUUID());

    @Autowired
    PatientCipher cipher;

    @Autowired
    DataKeyCache cache;

    @Autowired
    KeyRing keyRing;

    @Autowired
    LiveEvents live;

    @Autowired
    PlatformTransactionManager transactions;

    private final PatientId patient = PatientId.next();

    @Test
    @Requirement("CRY-08")
    void whatWasSealedIsUnreadableAtOnceAndNothingMoreIsSealed() {
        var sealed = cipher.encryptText(patient, ROW, "text");
        assertThat(cipher.decryptText(patient, ROW, sealed)).isEqualTo("text");

        destroy();

        assertThatThrownBy(() -> cipher.decrypt(patient, ROW, sealed)).isInstanceOf(ContentDestroyed.class);
        assertThatThrownBy(() -> cipher.encryptText(patient, ROW, "more")).isInstanceOf(ContentDestroyed.class);
    }

    @Test
    void ofSomebodyWhoHasNoKeyYetNoneIsMadeLater() {
        destroy();
        destroy();

        assertThatThrownBy(() -> cipher.encryptText(patient, ROW, "first")).isInstanceOf(ContentDestroyed.class);
    }

    @Test
    void othersGoOn() {
        var other = PatientId.next();
        var sealed = cipher.encryptText(other, ROW, "text");

        destroy();

        assertThat(cipher.decryptText(other, ROW, sealed)).isEqualTo("text");
    }

    @Test
    void anotherInstanceForgetsTheKeyToo() throws InterruptedException {
        cipher.encryptText(patient, ROW, "text");
        var elsewhere = new DataKeyCache();
        var follows = new CountDownLatch(1);
        var forgotten = new ForgottenKeys(live, elsewhere) {
            @Override
            public void begins(Topic topic, long sequence) {
                super.begins(topic, sequence);
                follows.countDown();
            }
        };
        forgotten.start();
        try {
            follows.await();
            elsewhere.put(patient, cache.get(patient));

            destroy();

            await().untilAsserted(() -> assertThat(elsewhere.get(patient)).isNull());
        } finally {
            forgotten.stop();
        }
    }

    /// It had the key before it was destroyed, and ends afterwards.
    @Test
    void aTransactionThatWasUnderWayDoesNotBringTheKeyBack() {
        var key = new DataKeyCache.OpenKey(UUID.randomUUID(), new SecretKeySpec(new byte[32], "AES"));
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            cache.put(patient, key);
            destroy();
        });

        assertThat(cache.get(patient)).isNull();
    }

    private void destroy() {
        var separately = new TransactionTemplate(transactions);
        separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        separately.executeWithoutResult(open -> keyRing.destroy(patient));
    }
}
