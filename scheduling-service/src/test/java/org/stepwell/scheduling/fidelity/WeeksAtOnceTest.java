package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.scheduling.enrolled.Episodes;

/** Two replicas measure the same week: the verdict that stays is of what was there last. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class WeeksAtOnceTest {

    @Inject
    Weeks weeks;

    @Inject
    Episodes episodes;

    @Inject
    Sql sql;

    @Test
    void whoeverMeasuresWaitsForWhoMeasuresAndReadsWhatTheySaw() throws Exception {
        var monday = onAFreshMonday();
        var program = aProgram(NINE_HOURS);
        aGroup(program, 5, aClinician(), monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var session = UUID.fromString(seatsOf(ada.patient(), monday).getFirst());
        await().untilAsserted(() -> assertThat(verdicts(ada.episode())).containsExactly("ON_TRACK"));

        AtOnce.beforeItCommits(
                sql,
                () -> {
                    episodes.hold(Set.of(ada.episode()));
                    missed(session);
                },
                () -> {
                    AtOnce.inTheClinic(() -> weeks.measure(Set.of(ada.episode()), monday));
                    return true;
                });

        assertThat(verdicts(ada.episode())).containsExactly("NOT_MET");
    }

    /** The session is closed and nobody came, without anybody being asked to measure the week. */
    private void missed(UUID session) {
        sql.update("""
                insert into attendance (session_id, patient_id, episode_id, version, status, minutes, recorded_by,
                                        recorded_at)
                select session_id, patient_id, episode_id, 1, 'NO_SHOW', 0, ?, starts_at from seat
                where session_id = ?
                """, UUID.randomUUID(), session);
        sql.update("update session set status = 'CLOSED' where id = ?", session);
    }

    private List<String> verdicts(EpisodeId episode) {
        var found = new ArrayList<String>();
        AtOnce.inTheClinic(() -> found.addAll(sql.list(
                "select verdict from week where episode_id = ?", row -> row.getString("verdict"), episode.value())));
        return found;
    }
}
