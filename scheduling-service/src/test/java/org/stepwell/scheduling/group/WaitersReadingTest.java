package org.stepwell.scheduling.group;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** A place that is free while somebody waits for it is seen. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WaitersReadingTest {

    @Inject
    WaitersReading waiters;

    @Inject
    MeterRegistry metrics;

    private UUID group = new UUID(0, 0);

    @AfterEach
    void nobodyWaits() throws Exception {
        try (var superuser = StepwellTestResource.superuser();
                var delete = superuser.prepareStatement("delete from group_waiting where group_id = ?")) {
            delete.setObject(1, group);
            delete.executeUpdate();
        }
    }

    @Test
    void aGroupIsCountedOnceHoweverManyWaitForItAndNotBeforeTheyHadAMoment() throws Exception {
        var monday = onAFreshMonday();
        group = UUID.fromString(aGroup(aProgram(NINE_HOURS), 5, aClinician(), monday, from18To21On(MONDAY)));
        double before = shown();

        waits(now().minus(Duration.ofMinutes(2)));
        assertThat(shown()).isEqualTo(before);
        waits(now().minus(Duration.ofMinutes(6)));
        waits(now().minus(Duration.ofMinutes(7)));

        assertThat(shown()).isEqualTo(before + 1);
    }

    private double shown() {
        waiters.read();
        return metrics.get("stepwell.groups.free.with.waiters").gauge().value();
    }

    private void waits(Instant since) throws Exception {
        try (var superuser = StepwellTestResource.superuser();
                var insert = superuser.prepareStatement("""
                        insert into group_waiting (clinic_id, group_id, patient_id, episode_id, since, said_by)
                        select clinic_id, id, gen_random_uuid(), gen_random_uuid(), ?, 'intake:test' from care_group where id = ?
                        """)) {
            insert.setObject(1, since.atOffset(ZoneOffset.UTC));
            insert.setObject(2, group);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }
}
