package health.visavis.links;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.Sensitive;
import health.visavis.limits.Limit;
import health.visavis.links.Links.Attempt;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class LinksModuleTest {

    private static final String PURPOSE = "test";

    @Autowired
    private Links links;

    @Autowired
    private MutableClock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private final UUID subject = UUID.randomUUID();
    private final String address = "192.0.2." + UUID.randomUUID();

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void aLinkIs256RandomBitsOfWhichOnlyTheHashIsStored() {
        var link = made();

        var token = link.token().reveal();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(made().token().reveal()).isNotEqualTo(token);
        assertThat(database.sql("SELECT row_to_json(link)::text FROM link WHERE id = ?")
                        .param(link.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(link.toString()).doesNotContain(token);
    }

    @Test
    void lookingUsesNothingUp() {
        var link = made();

        assertThat(links.look(PURPOSE, attempt(link))).isPresent();
        assertThat(links.look(PURPOSE, attempt(link))).hasValue(new OpenLink(link.id(), subject));
        assertThat(links.heldBy(link.id(), "anybody")).isFalse();
    }

    @Test
    void theBrowserThatTookItLastIsItsOnlyHolder() {
        var link = made();

        assertThat(links.take(PURPOSE, attempt(link), "one")).isPresent();
        assertThat(links.heldBy(link.id(), "one")).isTrue();
        assertThat(links.take(PURPOSE, attempt(link), "two")).isPresent();

        assertThat(links.heldBy(link.id(), "one")).isFalse();
        assertThat(links.heldBy(link.id(), "two")).isTrue();
    }

    @Test
    void aLinkOpensNothingForAnotherPurpose() {
        assertThat(links.look("another", attempt(made()))).isEmpty();
    }

    @Test
    void aWithdrawnLinkOpensNothingAndNobodyHoldsItAnyMore() {
        var link = made();
        links.take(PURPOSE, attempt(link), "one");

        links.withdraw(link.id());

        assertThat(links.look(PURPOSE, attempt(link))).isEmpty();
        assertThat(links.take(PURPOSE, attempt(link), "one")).isEmpty();
        assertThat(links.heldBy(link.id(), "one")).isFalse();
    }

    @Test
    void anExpiredLinkOpensNothingAndNobodyHoldsItAnyMore() {
        var link = made();
        links.take(PURPOSE, attempt(link), "one");

        clock.advance(Duration.ofHours(1).plusSeconds(1));

        assertThat(links.look(PURPOSE, attempt(link))).isEmpty();
        assertThat(links.heldBy(link.id(), "one")).isFalse();
    }

    @Test
    void whoGuessesTooOftenIsToldToWaitForAWhileAndALinkThatOpensSomethingOpensItAllTheSame() {
        var link = made();
        for (var guess = 0; guess < Limit.GUEST_LINKS.tries(); guess++) {
            assertThat(links.waitOf(address)).isEmpty();
            assertThat(links.look(PURPOSE, new Attempt(address, Sensitive.of("guess-" + guess))))
                    .isEmpty();
        }

        var wait = links.waitOf(address).orElseThrow();
        assertThat(wait).isPositive().isLessThanOrEqualTo(Limit.GUEST_LINKS.period());
        assertThat(links.waitOf("another " + address)).isEmpty();
        assertThat(links.look(PURPOSE, attempt(link))).isPresent();
        clock.advance(wait);
        assertThat(links.waitOf(address)).isEmpty();
    }

    private NewLink made() {
        return links.make(PURPOSE, subject, clock.instant().plus(Duration.ofHours(1)));
    }

    private Attempt attempt(NewLink link) {
        return new Attempt(address, link.token());
    }
}
