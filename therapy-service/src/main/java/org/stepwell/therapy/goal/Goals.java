package org.stepwell.therapy.goal;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.drugscreen.Screens;
import org.stepwell.therapy.goal.Mover.Counted;
import org.stepwell.therapy.modality.ServedGoals;
import org.stepwell.therapy.modality.TreatmentGoal;
import org.stepwell.therapy.note.TakingPart;
import org.stepwell.therapy.notetext.Participation;
import org.stepwell.therapy.objective.ObjectiveRatings;
import org.stepwell.therapy.objective.ObjectiveStanding;
import org.stepwell.therapy.objective.Objectives;
import org.stepwell.therapy.roster.Attendances;
import org.stepwell.therapy.roster.Stay;
import org.stepwell.therapy.trend.Point;
import org.stepwell.therapy.trend.Trends;
import org.stepwell.therapy.twelvestep.SupportOutside;

/** Gathers what moves the eight goals of a stay: as many statements for a long one as for a short one. */
@Singleton
class Goals {

    private static final double PERCENT = 100;

    private final ObjectiveRatings ratings;
    private final Objectives objectives;
    private final TakingPart takingPart;
    private final Attendances attendances;
    private final Screens screens;
    private final Trends trends;
    private final SupportOutside support;
    private final ServedGoals servedGoals;
    private final ClinicDirectory clinics;

    Goals(
            ObjectiveRatings ratings,
            Objectives objectives,
            TakingPart takingPart,
            Attendances attendances,
            Screens screens,
            Trends trends,
            SupportOutside support,
            ServedGoals servedGoals,
            ClinicDirectory clinics) {
        this.ratings = ratings;
        this.objectives = objectives;
        this.takingPart = takingPart;
        this.attendances = attendances;
        this.screens = screens;
        this.trends = trends;
        this.support = support;
        this.servedGoals = servedGoals;
        this.clinics = clinics;
    }

    /**
     * Toward all eight, in their order.
     *
     * @param toPatient whether the patient reads it, who sees drug screens later than staff
     */
    List<GoalMovement> of(Stay stay, boolean toPatient) {
        var week = stay.through()
                .with(TemporalAdjusters.previousOrSame(clinics.profile().weekStart()));
        var counted = counted(stay, toPatient);
        var rated = rated(stay);
        var given = attendances.minutesByModality(stay.episode(), week.minusWeeks(Mover.RECENT_WEEKS - 1L));
        var serves = servedGoals.byModality();
        return Arrays.stream(TreatmentGoal.values())
                .map(goal -> GoalMovement.of(
                        goal,
                        movers(goal, counted, rated.getOrDefault(goal, List.of()), week),
                        minutes(goal, given, serves)))
                .toList();
    }

    private static int minutes(
            TreatmentGoal goal, Map<Modality, Integer> given, Map<Modality, Set<TreatmentGoal>> serves) {
        return given.entrySet().stream()
                .filter(some -> serves.getOrDefault(some.getKey(), Set.of()).contains(goal))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static List<Mover> movers(
            TreatmentGoal goal, Map<Source, List<Counted>> counted, List<Counted> rated, LocalDate week) {
        var movers = new ArrayList<Mover>();
        if (!rated.isEmpty()) {
            movers.add(Mover.rated(Source.OBJECTIVES, rated, week));
        }
        counted.forEach((source, values) -> {
            if (source.movesGoal(goal) && !values.isEmpty()) {
                movers.add(Mover.of(source, values, week));
            }
        });
        return movers;
    }

    /** What notes say of the objectives, by the goals that these serve. */
    private Map<TreatmentGoal, List<Counted>> rated(Stay stay) {
        var serves = objectives.of(stay.episode()).stream()
                .collect(Collectors.toMap(ObjectiveStanding::objective, ObjectiveStanding::serves));
        var rated = new EnumMap<TreatmentGoal, List<Counted>>(TreatmentGoal.class);
        for (var one : ratings.of(stay.episode())) {
            var value = new Counted(one.day(), one.rating().steps());
            serves.getOrDefault(one.objective(), Set.of())
                    .forEach(goal ->
                            rated.computeIfAbsent(goal, _ -> new ArrayList<>()).add(value));
        }
        return rated;
    }

    private Map<Source, List<Counted>> counted(Stay stay, boolean toPatient) {
        var counted = new EnumMap<Source, List<Counted>>(Source.class);
        counted.put(Source.ATTENDANCE, attended(stay));
        counted.put(
                Source.PARTICIPATION,
                takingPart.of(stay.episode()).stream()
                        .map(one -> new Counted(one.day(), steps(one.participation())))
                        .toList());
        counted.put(Source.DRUG_SCREENS, unexpected(stay, toPatient));
        counted.put(Source.MEETINGS, meetingsByWeek(stay));
        for (var point : trends.of(stay)) {
            add(counted, point);
        }
        return counted;
    }

    private List<Counted> attended(Stay stay) {
        return attendances.seatsSince(stay.episode(), stay.from()).stream()
                .filter(seat -> seat.status() != AttendanceStatus.CANCELLED_BY_PROGRAM)
                .map(seat -> new Counted(seat.day(), seat.status().attended() ? PERCENT : 0))
                .toList();
    }

    private static int steps(Participation participation) {
        return switch (participation) {
            case NONE -> 0;
            case MINIMAL -> 1;
            case MODERATE -> 2;
            case ACTIVE -> 3;
        };
    }

    /** By specimen: one that had anything unexpected, or none. */
    private List<Counted> unexpected(Stay stay, boolean toPatient) {
        return screens.of(stay.episode(), toPatient).stream()
                .filter(row -> row.analyte() != null)
                .collect(Collectors.groupingBy(Screens.Row::screen))
                .values()
                .stream()
                .map(rows -> new Counted(
                        rows.getFirst().day(), rows.stream().anyMatch(Screens.Row::isUnexpected) ? PERCENT : 0))
                .toList();
    }

    /** All weeks of the stay that are over: one without a meeting counts, too, once the patient has told of any. */
    private List<Counted> meetingsByWeek(Stay stay) {
        var days = support.meetingDays(stay.episode());
        var until = stay.isOver() ? stay.through().plusDays(1) : stay.through();
        var counted = new ArrayList<Counted>();
        for (var day = stay.from(); !days.isEmpty() && !day.plusWeeks(1).isAfter(until); day = day.plusWeeks(1)) {
            var from = day;
            counted.add(new Counted(
                    day,
                    days.stream()
                            .filter(one -> !one.isBefore(from) && one.isBefore(from.plusWeeks(1)))
                            .count()));
        }
        return counted;
    }

    private void add(Map<Source, List<Counted>> counted, Point point) {
        var day = LocalDate.ofInstant(point.takenAt(), clinics.zone());
        var total = point.total();
        var source = switch (point.instrument()) {
            case "PHQ-9" -> Source.LOW_MOOD;
            case "GAD-7" -> Source.WORRY;
            default -> null;
        };
        if (source != null && total != null) {
            counted.computeIfAbsent(source, _ -> new ArrayList<>()).add(new Counted(day, total));
        }
        for (var part : point.parts()) {
            var of = ofPart(point.instrument(), part.scale());
            var points = part.points();
            if (of != null && points != null) {
                counted.computeIfAbsent(of, _ -> new ArrayList<>()).add(new Counted(day, points));
            }
        }
    }

    /** The BAM counts in steps and the BAM-R in days: they are not held against each other, and the BAM speaks here. */
    private static @Nullable Source ofPart(String instrument, String scale) {
        return switch (instrument + " " + scale) {
            case "BAM USE" -> Source.USE;
            case "BAM RISK" -> Source.RISK;
            case "BAM PROTECTIVE" -> Source.PROTECTION;
            case "BAM-IOP ALCOHOL_DAYS" -> Source.ALCOHOL_DAYS;
            case "BAM-IOP DRUG_DAYS" -> Source.DRUG_DAYS;
            case "BAM-IOP CRAVINGS" -> Source.CRAVINGS;
            case "BAM-IOP RISKY_DAYS" -> Source.RISKY_DAYS;
            case "BAM-IOP SUPPORT_DAYS" -> Source.SUPPORT_DAYS;
            case "READINESS READINESS" -> Source.READINESS;
            default -> null;
        };
    }
}
