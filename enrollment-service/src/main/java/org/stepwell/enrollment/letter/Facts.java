package org.stepwell.enrollment.letter;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.coverage.Attended;
import org.stepwell.enrollment.coverage.AttendedDay;
import org.stepwell.enrollment.episode.EpisodeView;
import org.stepwell.enrollment.episode.Episodes;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.Refusal;

/** What a letter has to say, as it is known now. */
@Singleton
class Facts {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Patients patients;
    private final Episodes episodes;
    private final Programs programs;
    private final Attended attended;
    private final ClinicDirectory clinics;
    private final Clock clock;

    Facts(
            Patients patients,
            Episodes episodes,
            Programs programs,
            Attended attended,
            ClinicDirectory clinics,
            Clock clock) {
        this.patients = patients;
        this.episodes = episodes;
        this.programs = programs;
        this.attended = attended;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Refuses where there is nothing to say of somebody. */
    Said of(PatientId patient, LetterOrder order) {
        var latest = episodes.latestStayOf(patient)
                .orElseThrow(() -> new Refusal(LetterRule.WAS_IN_THE_PROGRAM, "They were never admitted."));
        var clinic = clinics.profile();
        return new Said(
                clinic.name(),
                patients.nameOf(patient),
                LocalDate.ofInstant(clock.instant(), clinic.zone()),
                order.kind() == LetterKind.ENROLLMENT ? stay(latest) : null,
                attendance(patient, order.firstDay(), order.lastDay(), clinic.weekStart()));
    }

    private Said.@Nullable Stay stay(EpisodeView episode) {
        @Nullable LocalDate start = episode.start();
        return start == null
                ? null
                : new Said.Stay(
                        start,
                        episode.lastDay(),
                        programs.of(episode.program()).level().number());
    }

    private Said.@Nullable Attendance attendance(
            PatientId patient, @Nullable LocalDate first, @Nullable LocalDate last, DayOfWeek weekStart) {
        return first == null || last == null
                ? null
                : new Said.Attendance(first, last, weeks(attended.days(patient, first, last), first, last, weekStart));
    }

    /** Each week of a time, also those in which nobody came. */
    static List<Said.Week> weeks(List<AttendedDay> days, LocalDate first, LocalDate last, DayOfWeek weekStart) {
        var begin = TemporalAdjusters.previousOrSame(weekStart);
        var byWeek =
                days.stream().collect(Collectors.groupingBy(day -> day.day().with(begin)));
        return first.with(begin)
                .datesUntil(last.plusDays(1), Period.ofWeeks(1))
                .map(week -> {
                    var end = week.plusDays(DAYS_OF_A_WEEK - 1L);
                    var there = byWeek.getOrDefault(week, List.of());
                    return new Said.Week(
                            week.isBefore(first) ? first : week,
                            end.isAfter(last) ? last : end,
                            there.size(),
                            there.stream().mapToInt(AttendedDay::minutes).sum());
                })
                .toList();
    }
}
