package org.stepwell.enrollment.program;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.ProgramId;

/** Programs as words. */
public final class ProgramFixtures {

    private ProgramFixtures() {}

    /** Ninety days, nine hours a week, in the evening. */
    public static Program eveningIop() {
        return of(false);
    }

    /** The same for those younger than eighteen. */
    public static Program adolescentIop() {
        return of(true);
    }

    /** A program of another level. */
    public static Program at(ProgramLevel level) {
        return of(level, false);
    }

    private static Program of(boolean adolescents) {
        return of(ProgramLevel.LEVEL_2_1, adolescents);
    }

    private static Program of(ProgramLevel level, boolean adolescents) {
        return new Program(
                new ProgramId(UUID.randomUUID()),
                "Evening IOP",
                level,
                90,
                adolescents,
                RuleSetPresets.read().getFirst().ruleSet(),
                LocalDate.EPOCH,
                List.of(new Program.Track("evening", "Evening")));
    }
}
