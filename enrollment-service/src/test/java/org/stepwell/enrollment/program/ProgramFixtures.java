package org.stepwell.enrollment.program;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.ProgramId;

/** Programs as words. */
public final class ProgramFixtures {

    private ProgramFixtures() {}

    /** Ninety days, nine hours a week, in the evening. */
    public static Program eveningIop() {
        return of(RuleSetPreset.IOP_STANDARD.ruleSet());
    }

    /** The same for those younger than eighteen. */
    public static Program adolescentIop() {
        var adults = RuleSetPreset.IOP_STANDARD.ruleSet();
        return of(new RuleSet(
                RuleSetPreset.ADOLESCENT,
                adults.version(),
                360,
                adults.weekMinutesMax(),
                adults.daysMin(),
                adults.daysMax(),
                adults.dayMinutesMin(),
                adults.gapDaysMax(),
                adults.groupSharePercentOver(),
                adults.basis(),
                adults.noteDueHours()));
    }

    private static Program of(RuleSet ruleSet) {
        return new Program(
                new ProgramId(UUID.randomUUID()),
                "Evening IOP",
                90,
                ruleSet,
                LocalDate.EPOCH,
                List.of(new Program.Track("evening", "Evening")));
    }
}
