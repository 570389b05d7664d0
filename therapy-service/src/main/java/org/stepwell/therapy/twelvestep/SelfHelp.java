package org.stepwell.therapy.twelvestep;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a patient went to meetings in thirty days, as the states count it (TEDS, FREQ_ATND_SELF_HELP). */
@Schema(name = "SelfHelp")
record SelfHelp(
        @Schema(description = "the first of the thirty days")
        LocalDate from,

        @Schema(description = "the last of them: today, or the last day in the program")
        LocalDate through,

        @Schema(examples = "5") int meetings,

        @Schema(examples = "3", description = "1 none, 2 one to three, 3 four to seven, 4 eight and more")
        int tedsCode) {

    private static final int DAYS = 30;
    private static final int SEVERAL = 4;
    private static final int MANY = 8;

    static LocalDate firstOf(LocalDate through) {
        return through.minusDays(DAYS - 1);
    }

    static SelfHelp of(LocalDate through, int meetings) {
        return new SelfHelp(firstOf(through), through, meetings, code(meetings));
    }

    private static int code(int meetings) {
        if (meetings >= MANY) {
            return 4;
        }
        if (meetings >= SEVERAL) {
            return 3;
        }
        return meetings > 0 ? 2 : 1;
    }
}
