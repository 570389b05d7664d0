package org.stepwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.StepwellTestResource;

/** What aftercare knows does not depend on which topic or key it heard first, nor on hearing things twice. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AnyInterleavingTest {

    private static final long[] SEEDS = {1, 2, 3, 5, 8};

    private static final List<String> ROWS = List.of(
            "to_jsonb(t) from platform.clinic t",
            "to_jsonb(t) from platform.care_team t",
            "to_jsonb(t) from patient t",
            "to_jsonb(t) from episode t",
            // A version counts changes, and several changes of one batch are one.
            "to_jsonb(t) - 'version' from aftercare_plan t",
            "to_jsonb(t) from plan_stint t",
            "to_jsonb(t) - 'version' from check_in t",
            "to_jsonb(t) from hand_off t",
            "jsonb_build_object('kind', kind, 'due', due_at) from platform.due where clinic = platform.current_clinic()");

    @Inject
    Sql sql;

    @Test
    void whateverIsHeardFirstAftercareKnowsTheSameInTheEnd() {
        var times = TwoWhoLeave.times();
        var recorded = new Retelling(sql);
        var story = new TwoWhoLeave(recorded.clinic, times);
        recorded.asRecorded(story.events());
        var expected = known(recorded, story);
        assertThat(String.join("\n", expected))
                .contains("DISCHARGE_CANCELLED", "DECEASED", "\"ACTIVE\"", "SCHEDULED", "check-in-due")
                .contains(
                        "\"attendedPercent\": 85",
                        "America/Chicago",
                        "aftercare-opened.v1",
                        "aftercare-paused.v1",
                        "aftercare-closed.v1");

        for (long seed : SEEDS) {
            var again = new Retelling(sql);
            var same = new TwoWhoLeave(again.clinic, times);
            again.shuffled(same.events(), seed);

            assertThat(known(again, same)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** The rows, and what was said of each patient in its order. */
    private static List<String> known(Retelling telling, TwoWhoLeave story) {
        var known = new ArrayList<>(telling.rows(story.names(), ROWS));
        Scene.awaitNothingUnsaid();
        for (var patient : story.patients()) {
            Scene.said(patient).forEach(line -> known.add(telling.named(story.names(), line)));
        }
        return known;
    }
}
