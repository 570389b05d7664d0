package org.stepwell.scheduling.session;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** What may never happen would be seen, whatever the session itself says of how many it has. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OverbookedReadingTest {

    private static final int CAPACITY = 5;

    @Inject
    OverbookedReading overbooked;

    @Inject
    MeterRegistry metrics;

    @Test
    void aSessionWithMoreSeatsThanPlacesIsCountedInWhicheverClinic() throws Exception {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, CAPACITY, aClinician(), monday, from18To21On(MONDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var session = UUID.fromString(seatsOf(ada.patient(), monday).getFirst());

        seatPastEveryDoor(session, CAPACITY - 1);
        assertThat(shown()).as("a full one is not").isZero();
        seatPastEveryDoor(session, 1);
        assertThat(shown()).isEqualTo(1);

        empty(session);
        assertThat(shown()).isZero();
    }

    private double shown() {
        overbooked.read();
        return metrics.get("stepwell.sessions.overbooked").gauge().value();
    }

    private static void seatPastEveryDoor(UUID session, int people) throws Exception {
        change("""
                insert into seat (clinic_id, session_id, patient_id, episode_id, kind, starts_at, ends_at)
                select s.clinic_id, s.id, gen_random_uuid(), gen_random_uuid(), 'MEMBER', s.starts_at, s.ends_at
                from session s, generate_series(1, %d) where s.id = '%s'
                """.formatted(people, session), people);
    }

    private static void empty(UUID session) throws Exception {
        change(
                "delete from seat where session_id = '%s' and episode_id not in (select id from episode)"
                        .formatted(session),
                CAPACITY);
    }

    private static void change(String statement, int rows) throws SQLException, java.io.IOException {
        try (var superuser = StepwellTestResource.superuser();
                var change = superuser.createStatement()) {
            change.execute("set session_replication_role = replica"); // no trigger fires
            assertThat(change.executeUpdate(statement)).isEqualTo(rows);
        }
    }
}
