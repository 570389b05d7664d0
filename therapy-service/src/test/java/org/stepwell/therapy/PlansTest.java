package org.stepwell.therapy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.PlansTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.drugscreen.PositiveScreens;
import org.stepwell.therapy.drugscreen.Screens;
import org.stepwell.therapy.medication.ActiveMedication;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PlansTest extends PlansTestBase {

    @Inject
    PositiveScreens positives;

    @Inject
    Screens screens;

    @Inject
    ActiveMedication medication;

    @Override
    protected Records records() {
        return new PoliciesTest().records();
    }

    /** What other features ask for. */
    @Override
    protected void alsoDone(Records records) {
        AtOnce.inTheClinic(() -> {
            positives.opioids(records.patient(), Instant.EPOCH);
            screens.of(EpisodeId.fromString(Objects.requireNonNull(records.ids().get("episode"))), false);
            positives.since(records.patient(), LocalDate.EPOCH);
            medication.of(records.patient());
            medication.around(records.patient(), LocalDate.EPOCH);
        });
    }

    @Override
    protected Set<String> sealed() {
        return Set.of("note_doubt");
    }

    /**
     * Whoever treats few looks through all discharges of the clinic that are not signed for, and whoever leads few groups through all
     * notes that are owed, which are few at any time.
     */
    @Override
    protected Set<String> boards() {
        return Set.of("/api/therapy/v1/discharge-summaries", "/api/therapy/v1/notes/mine");
    }

    @Override
    protected Map<String, String> doneAtOnce() {
        return Map.of("plan-review", "episode");
    }

    @Override
    protected Map<String, String> neverDue() {
        return Map.of(
                "note-deadline", "it waits only for a program that is not known yet, and no record names a note",
                "stay-over", "nobody of the records is discharged ahead");
    }
}
