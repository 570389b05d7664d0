package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.enrolled.Episode;

/** What is said of a week, word for word. */
class OutlookTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LONG_AGO = MONDAY.minusDays(60);

    @Test
    void aWeekThatHasWhatItNeedsSaysSo() {
        var outlook = said(List.of(on(0), on(2), on(4)), List.of(), false, false);

        assertThat(outlook).isEqualTo(new Outlook(Forecast.MET, "It has what it needs: 540 minutes."));
    }

    @Test
    void seatsThatAreStillToComeAreCounted() {
        var outlook = said(List.of(on(0)), List.of(on(2), on(4)), false, false);

        assertThat(outlook)
                .isEqualTo(new Outlook(
                        Forecast.ON_COURSE, "With the seats still to come it has what it needs: 540 minutes."));
    }

    @Test
    void whatIsMissingIsNamedAndWhetherItCanBeMadeUpFor() {
        assertThat(said(List.of(), List.of(on(2), on(4)), false, true))
                .isEqualTo(new Outlook(
                        Forecast.AT_RISK,
                        "The seats still to come are too few (360 of 540 minutes, fewer than 3 days); other sessions could"
                                + " make up for it."));
        assertThat(said(List.of(), List.of(), false, false))
                .as("of nothing at all, no share is told")
                .isEqualTo(new Outlook(
                        Forecast.CANNOT_BE_MET,
                        "The seats still to come are too few (0 of 540 minutes, fewer than 3 days), and up to three other"
                                + " sessions do not make up for it."));
    }

    @Test
    void aWeekThatIsOverIsNotSavedByWhatCouldHaveBeen() {
        assertThat(said(List.of(on(0)), List.of(), true, true))
                .isEqualTo(new Outlook(
                        Forecast.CANNOT_BE_MET, "It is over, and lacked: 180 of 540 minutes, fewer than 3 days."));
    }

    private static Outlook said(List<Treatment> counted, List<Treatment> ahead, boolean over, boolean restorable) {
        var rules = Presets.of("iop-standard");
        var episode = new Episode(
                new EpisodeId(Uuid7.next()),
                new PatientId(Uuid7.next()),
                new ProgramId(Uuid7.next()),
                "EVENING",
                LONG_AGO,
                MONDAY.plusDays(30),
                540,
                List.of(),
                null);
        var facts = new WeekMeasure.Facts(MONDAY, counted, ahead, LONG_AGO, true, false, over);
        return Outlook.of(
                new EpisodeWeek(
                        episode,
                        MONDAY,
                        Standard.ofProgram(rules),
                        facts,
                        WeekMeasure.of(rules, facts),
                        List.of(),
                        over),
                restorable);
    }

    private static Treatment on(int day) {
        return new Treatment(MONDAY.plusDays(day), 180, true);
    }
}
