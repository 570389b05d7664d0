package org.stepwell.enrollment.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwell.enrollment.program.ProgramFixtures.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.enrollment.screening.Screenings;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.problem.Rule;

/** Whether the newest screening fits the program that somebody is to come into, and their first day. */
class ReadinessTest {

    private static final LocalDate SCREENED = LocalDate.parse("2026-03-02");

    @Test
    void aScreeningIsGoodForThirtyDays() {
        var ready = ready("2.1", null, false, Set.of());
        var program = at(ProgramLevel.LEVEL_2_1);

        assertThatCode(() -> ready.mustBeGivenFor(program, SCREENED.plusDays(30)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ready.mustBeGivenFor(program, SCREENED.plusDays(31)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Screen the patient again");
    }

    @ParameterizedTest(name = "suggested {0}, decided {1} with a reason {2}, found before {3}, to {4}: stopped {5}")
    @CsvSource(textBlock = """
            2.1,     , false, false, LEVEL_2_1, false
            1,       , false, true,  LEVEL_2_1, true
            1,   2.1 , true,  true,  LEVEL_2_1, true
            1,   2.1 , true,  false, LEVEL_2_1, false
            2.1, 2.1 , false, true,  LEVEL_2_1, false
            2.1,     , false, false, LEVEL_1,   true
            2.1, 1   , true,  true,  LEVEL_1,   true
            2.1, 1   , true,  false, LEVEL_1,   false
            2.1, 1   , true,  false, LEVEL_2_1, true
            1,       , false, true,  LEVEL_1,   false
            3.7,     , false, false, LEVEL_2_1, false
            2.5,     , false, true,  LEVEL_2_5, false
            2.5, 2.1 , true,  false, LEVEL_2_5, true
            """)
    void theLevelThatWasSuggestedOrDecidedIsTheProgramsOrStopsTheAdmission(
            String suggested,
            @Nullable String decided,
            boolean withReason,
            boolean found,
            ProgramLevel level,
            boolean stopped) {
        var stops = found ? Set.of(Stop.OTHER_LEVEL) : Set.<Stop>of();
        var ready = ready(suggested, decided, withReason, stops);

        if (stopped) {
            assertRefused(EpisodeRule.SOFT_STOP_OPEN, ready, level);
        } else {
            assertThatCode(() -> ready.mustBeGivenFor(at(level), SCREENED)).doesNotThrowAnyException();
        }
    }

    private static void assertRefused(Rule rule, Readiness ready, ProgramLevel level) {
        assertThatThrownBy(() -> ready.mustBeGivenFor(at(level), SCREENED))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static Readiness ready(String suggested, @Nullable String decided, boolean withReason, Set<Stop> stops) {
        var level = new Screenings.Level(Instant.parse("2026-03-02T15:00:00Z"), Set.of(suggested), decided, withReason);
        return new Readiness(true, level, SCREENED, stops, List.of());
    }
}
