package org.stepwell.scheduling.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Because;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * How a week will end, and why, in a sentence.
 *
 * @param forecast null where the rule set is not applied
 */
public record Outlook(@Nullable Forecast forecast, String sentence) {

    /**
     * The outlook of a week.
     *
     * @param restorable whether sessions with places could still make up for what is missing
     */
    static Outlook of(EpisodeWeek week, boolean restorable) {
        var measure = week.measure();
        return switch (measure.verdict()) {
            case NOT_APPLICABLE -> new Outlook(null, notApplied(Objects.requireNonNull(week.because())));
            case MET -> new Outlook(Forecast.MET, "It has what it needs: %s.".formatted(has(measure, 0)));
            case ON_TRACK ->
                new Outlook(
                        Forecast.ON_COURSE,
                        "With the seats still to come it has what it needs: %s."
                                .formatted(has(measure, measure.plannedMinutes())));
            case NOT_MET -> missed(week, restorable);
        };
    }

    private static String notApplied(Because because) {
        return "The rules are not applied: %s."
                .formatted(
                        switch (because) {
                            case ON_HOLD -> "the patient is away in this week";
                            case NOT_WHOLLY_IN_PROGRAM -> "it is not a whole week in the program";
                            case CLOSED -> "the clinic is closed on a day of it";
                            case APPROVED_IN_PART -> "the payer approved a part of this week only";
                            case NOT_APPROVED -> "the payer approved no day of it";
                        });
    }

    private static Outlook missed(EpisodeWeek week, boolean restorable) {
        var missing = String.join(", ", missing(week));
        if (week.last()) {
            return new Outlook(Forecast.CANNOT_BE_MET, "It is over, and lacked: %s.".formatted(missing));
        }
        return restorable
                ? new Outlook(
                        Forecast.AT_RISK,
                        "The seats still to come are too few (%s); other sessions could make up for it."
                                .formatted(missing))
                : new Outlook(
                        Forecast.CANNOT_BE_MET,
                        "The seats still to come are too few (%s), and up to three other sessions do not make up for it."
                                .formatted(missing));
    }

    private static String has(WeekMeasure measure, int ahead) {
        return "%d minutes".formatted(measure.minutes() + ahead);
    }

    /** What is still missing if every seat is used, in words. */
    private static List<String> missing(EpisodeWeek week) {
        var words = new ArrayList<String>();
        boolean none = week.measure().minutes() + week.measure().plannedMinutes() == 0;
        for (var need : Need.values()) {
            // Of no minutes at all, no share says anything.
            if (week.measure().missing().contains(need) && !(none && need == Need.GROUP_SHARE)) {
                words.add(words(need, week));
            }
        }
        return words;
    }

    private static String words(Need need, EpisodeWeek week) {
        var rules = week.rules();
        var measure = week.measure();
        int minutes = measure.minutes() + measure.plannedMinutes();
        return switch (need) {
            case WEEK_MINUTES -> "%d of %d minutes".formatted(minutes, rules.weekMinutesMin());
            case WEEK_MINUTES_AT_MOST -> "%d minutes where %d are the most".formatted(minutes, rules.weekMinutesMax());
            case DAYS -> "fewer than %d days".formatted(rules.daysMin());
            case DAYS_AT_MOST -> "more than %d days".formatted(rules.daysMax());
            case EVERY_DAY_IN_FULL -> "a day of less than %d minutes".formatted(rules.dayMinutesMin());
            case GAP -> "more than %d days in a row without a session".formatted(rules.gapDaysMax());
            case GROUP_SHARE -> "no more than %d percent in groups".formatted(rules.groupSharePercentOver());
            case GROUP_EACH_DAY -> "a day without a group";
        };
    }
}
