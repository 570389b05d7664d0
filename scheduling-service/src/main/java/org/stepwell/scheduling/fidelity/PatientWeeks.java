package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;

/** One patient's week: how it stands, how it will end, and what could make up for what it lacks. */
@Singleton
public class PatientWeeks {

    private static final int LAST_DAY = 6;

    private final MeasureWeeks measureWeeks;
    private final MakeUps makeUps;
    private final Episodes episodes;
    private final ClinicTime time;

    PatientWeeks(MeasureWeeks measureWeeks, MakeUps makeUps, Episodes episodes, ClinicTime time) {
        this.measureWeeks = measureWeeks;
        this.makeUps = makeUps;
        this.episodes = episodes;
        this.time = time;
    }

    /** The week that starts on a day; refused where none does, or the patient was in no program. */
    public WeekView of(PatientId patient, LocalDate weekStart) {
        var weeks = measured(patient, weekStart);
        var episode = weeks.getFirst().episode().id();
        return WeekView.of(weeks, makeUps.restorable(weeks).getOrDefault(episode, Set.of()));
    }

    /**
     * A week for which some sessions are to make up.
     *
     * @param lacks whether it lacks anything
     * @param restored whether just these sessions are a way to make up for it
     */
    public record Held(EpisodeId episode, boolean lacks, boolean restored) {}

    /** The week as it is now, held until the transaction ends: whoever else is to make up for something in it waits. */
    public Held held(PatientId patient, LocalDate weekStart, Set<SessionId> chosen) {
        var episode = measured(patient, weekStart).getFirst().episode().id();
        episodes.hold(Set.of(episode));
        var weeks = measured(patient, weekStart);
        return new Held(episode, weeks.stream().anyMatch(EpisodeWeek::lacks), makeUps.areAWay(weeks, chosen));
    }

    /**
     * A way to make up for what a week lacks.
     *
     * @param then how the week would stand under the program's rule set if all of it is used
     * @param enoughFor under which rule sets it then has what it needs
     */
    public record Way(EpisodeId episode, List<SessionId> sessions, WeekMeasure then, Set<RulesOf> enoughFor) {}

    /** Ways to make up for what the week lacks, the best first. */
    public List<Way> ways(PatientId patient, LocalDate weekStart, int wanted) {
        var weeks = measured(patient, weekStart);
        return makeUps.ways(weeks, wanted).stream()
                .map(way -> new Way(
                        weeks.getFirst().episode().id(),
                        way.stream().map(MakeUpSearch.Choice::session).toList(),
                        weeks.getFirst().with(way),
                        enoughFor(weeks, way)))
                .toList();
    }

    private static Set<RulesOf> enoughFor(List<EpisodeWeek> weeks, List<MakeUpSearch.Choice> way) {
        return weeks.stream()
                .filter(week -> week.facts().applicable())
                .filter(week -> week.with(way).missing().isEmpty())
                .map(EpisodeWeek::rulesOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RulesOf.class)));
    }

    private List<EpisodeWeek> measured(PatientId patient, LocalDate weekStart) {
        if (!time.weekStart(weekStart).equals(weekStart)) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "The clinic's week starts on %s.".formatted(time.weekStart(weekStart)),
                    List.of(new FieldError("weekStart", "the first day of the clinic's week")));
        }
        return episodes.ofPatientOn(patient, weekStart.plusDays(LAST_DAY))
                .map(episode -> measureWeeks.of(Set.of(episode.id()), weekStart))
                .filter(weeks -> !weeks.isEmpty())
                .orElseThrow(() -> new Refusal(
                        HttpRule.NOT_FOUND, "The patient was in no program in the week of %s.".formatted(weekStart)));
    }
}
