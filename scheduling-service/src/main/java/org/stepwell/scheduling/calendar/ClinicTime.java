package org.stepwell.scheduling.calendar;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.stepwell.platform.clinic.ClinicDirectory;

/** The one place where a day and an hour on the clinic's wall become a moment, and back. */
@Singleton
public class ClinicTime {

    private static final int DAYS_IN_WEEK = 7;

    private final ClinicDirectory clinics;
    private final Clock clock;

    ClinicTime(ClinicDirectory clinics, Clock clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Now. */
    public Instant now() {
        return clock.instant();
    }

    /** The day it is at the clinic. */
    public LocalDate today() {
        return dayOf(now());
    }

    /** The day it was, or will be, at the clinic. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(clinics.zone()).toLocalDate();
    }

    /** What the clinic's wall clock shows. */
    public LocalTime hourOf(Instant moment) {
        return moment.atZone(clinics.zone()).toLocalTime();
    }

    /** The moment the clinic's wall clock shows this. */
    public Instant at(LocalDate day, LocalTime hour) {
        return join(day, hour, clinics.zone());
    }

    /** The first moment of a day at the clinic. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clinics.zone()).toInstant();
    }

    /** The first day of the clinic's week that a day lies in. */
    public LocalDate weekStart(LocalDate day) {
        return weekStart(day, clinics.profile().weekStart());
    }

    /** The first day of the first whole week from a day on. */
    public LocalDate wholeWeekFrom(LocalDate day) {
        return weekStart(day.plusDays(DAYS_IN_WEEK - 1));
    }

    static LocalDate weekStart(LocalDate day, DayOfWeek first) {
        return day.with(TemporalAdjusters.previousOrSame(first));
    }

    /** An hour that the clock skips in spring is taken an hour later; one that comes twice in autumn, the first time. */
    static Instant join(LocalDate day, LocalTime hour, ZoneId zone) {
        return ZonedDateTime.of(day, hour, zone).toInstant();
    }
}
