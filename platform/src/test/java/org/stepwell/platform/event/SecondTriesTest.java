package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SecondTriesTest {

    private static final String TOPIC = "stepwell.enrollment";

    @Inject
    Parked parked;

    @Inject
    Consumers consumers;

    @Inject
    Sql sql;

    @Test
    void whatTheReleaseBeforeCouldNotReadIsTriedOnceByTheNext() {
        var maya = UUID.randomUUID().toString();
        var body = "{\"patient\": \"%s\", \"episode\": \"%s\", \"at\": \"2026-03-02T14:00:00Z\"}".formatted(maya, maya);
        Broker.send(Broker.record(TOPIC, maya, "not-known-yet.v1", body, Person.RIVERSIDE, 1));
        await().untilAsserted(() -> assertThat(parked(maya)).isEqualTo(1));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update platform.parked set headers = jsonb_set(headers, '{ce_type}', '\"discharge-plan-cancelled.v1\"') where key = ?",
                        maya));

        var started = new SecondTries(parked, consumers, Duration.ofMillis(50));
        started.start(new StartupEvent());

        try {
            await().untilAsserted(() -> assertThat(parked(maya)).isZero());
        } finally {
            started.stop(new ShutdownEvent());
        }
    }

    private long parked(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.one("select count(*) from platform.parked where key = ?", row -> row.getLong(1), key)
                        .orElseThrow());
    }
}
