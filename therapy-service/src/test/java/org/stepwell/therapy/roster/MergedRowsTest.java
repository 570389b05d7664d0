package org.stepwell.therapy.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.Riverside.inClinic;
import static org.stepwell.therapy.Riverside.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stepwell.platform.testing.StepwellTestResource;

/** Of each table that names a patient somebody has said what becomes of its rows when two records are one person. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class MergedRowsTest {

    /** Moved to the patient who goes on, because whoever prescribes or screens has to see all of it in one place. */
    private static final Set<String> MOVED = Set.of(
            "medication_order",
            "external_medication",
            "pdmp_check",
            "naloxone_offer",
            "drug_screen",
            "drug_screen_plan");

    /** Left where they are, and asked for with all records of a patient. */
    private static final Set<String> OF_ALL_RECORDS =
            Set.of("diagnosis", "scored_measure", "crisis_plan", "fellowship_ties");

    /** Found by the stay or the session that they are of, which goes on as it is. */
    private static final Set<String> OF_A_STAY = Set.of(
            "episode",
            "attendance",
            "note_part",
            "note_addendum",
            "note_reason",
            "note_doubt",
            "measure",
            "measure_calendar",
            "measure_asked",
            "measure_track",
            "safety_flag",
            "readiness",
            "certification",
            "plan",
            "plan_review",
            "counseling_note",
            "stage_seen",
            "change_talk",
            "decisional_balance",
            "fellowship_choice",
            "facilitation",
            "step_work",
            "meeting_tried",
            "relapse_plan",
            "discharge_summary",
            "absence_run",
            "outreach_attempt",
            "outreach_step",
            "work_status",
            "career_goal",
            "skill_work",
            "career_barrier",
            "job_application",
            "goal_scale");

    @Test
    void noTableThatNamesAPatientIsForgotten() {
        var known = new TreeSet<String>();
        known.addAll(MOVED);
        known.addAll(OF_ALL_RECORDS);
        known.addAll(OF_A_STAY);

        var there = inClinic(() -> sql().list("""
                        select named.relname as name
                        from pg_attribute one join pg_class named on named.oid = one.attrelid
                        where one.attname = 'patient_id' and named.relkind = 'r' and not one.attisdropped
                          and named.relnamespace = 'public'::regnamespace
                        """, row -> row.getString("name")));

        assertThat(there).containsExactlyInAnyOrderElementsOf(known);
    }
}
