package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** What waits in the outbox is seen, by topic. What is written here is never committed, so that nobody carries it. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OutboxReadingTest {

    private static final String TOPIC = "stepwell.waits";

    @Inject
    Sql sql;

    @Inject
    WallClock wall;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private OutboxReading outbox;

    @BeforeEach
    void begin() {
        outbox = new OutboxReading(sql, wall, "probe", metrics);
        QuarkusTransaction.begin();
    }

    @AfterEach
    void takeBack() {
        QuarkusTransaction.rollback();
    }

    @Test
    void howMuchWaitsAndForHowLongIsSaidOfEachTopic() {
        said(1, "1 hour");
        said(2, "1 minute");

        outbox.readHere();

        assertThat(shown("stepwell.outbox.pending", TOPIC)).isEqualTo(2);
        assertThat(shown("stepwell.outbox.oldest.age.seconds", TOPIC)).isBetween(3600.0, 3660.0);
        assertThat(shown("stepwell.outbox.pending", "stepwell.probe")).isZero();
        assertThat(shown("stepwell.outbox.oldest.age.seconds", "stepwell.probe.state"))
                .isZero();
    }

    @Test
    void whatWasCarriedWaitsNoMore() {
        said(1, "1 hour");
        outbox.readHere();
        sql.update("delete from platform.outbox where topic = ?", TOPIC);

        outbox.readHere();

        assertThat(shown("stepwell.outbox.pending", TOPIC)).isZero();
        assertThat(shown("stepwell.outbox.oldest.age.seconds", TOPIC)).isZero();
    }

    /** A broker that is away for a day must not make its database count millions each few seconds. */
    @Test
    void itCountsToALimitAndTheOldestIsAmongThem() {
        sql.update("""
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, body, written_at)
                select gen_random_uuid(), ?, 'many', n, 'none', now(), gen_random_uuid(), 'service:test', '{}',
                       now() - interval '1 hour'
                from generate_series(1, ?) as n
                """, TOPIC, OutboxReading.COUNTED_MAX + 10);

        outbox.readHere();

        assertThat(shown("stepwell.outbox.pending", TOPIC)).isEqualTo(OutboxReading.COUNTED_MAX);
        assertThat(shown("stepwell.outbox.oldest.age.seconds", TOPIC)).isGreaterThanOrEqualTo(3600);
    }

    private void said(long sequence, String ago) {
        sql.update("""
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, body, written_at)
                values (gen_random_uuid(), ?, 'lag', ?, 'none', now(), gen_random_uuid(), 'service:test', '{}',
                        now() - cast(? as interval))
                """, TOPIC, sequence, ago);
    }

    private double shown(String metric, String topic) {
        return metrics.get(metric).tag("topic", topic).gauge().value();
    }
}
