package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** When which step is due; it depends on nothing but the hour of the check-in, so that whoever looks late sees the same. */
@Singleton
class Ladder {

    private final SilenceSettings settings;

    /** How fast it is climbed. */
    enum Pace {
        USUAL,
        /** The last check-in was red or amber, or a warning of suicide stands. */
        SOONER,
        /** The same, and of the check-in before it was not so: somebody sees to it that they are safe, also at a later one. */
        SOONER_FROM_NOW
    }

    Ladder(SilenceSettings settings) {
        this.settings = settings;
    }

    /**
     * The steps of one check-in that did not come.
     *
     * @param dueAt the hour it was due
     * @param number 1 for the first of an unbroken silence, which has the whole ladder; those that follow have a message and calls
     */
    Map<StepKind, Instant> steps(Instant dueAt, ZoneId zone, int number, Pace pace) {
        var steps = new EnumMap<StepKind, Instant>(StepKind.class);
        if (pace == Pace.USUAL) {
            usual(steps, dueAt, zone, number);
        } else {
            sooner(steps, dueAt, zone, number);
        }
        if (pace == Pace.SOONER_FROM_NOW || (pace == Pace.SOONER && number == 1)) {
            steps.put(
                    StepKind.SUPERVISOR_REVIEW, dueAt.plus(settings.compressed().review()));
            steps.put(StepKind.WELFARE_CHECK, dueAt.plus(settings.compressed().welfareCheck()));
        }
        if (number == 1) {
            steps.put(StepKind.LINKAGE_OFFER, daysAfter(dueAt, settings.linkageDays(), zone));
            steps.put(StepKind.UNREACHABLE, unreachableAt(dueAt, zone));
        }
        return steps;
    }

    private void usual(Map<StepKind, Instant> steps, Instant dueAt, ZoneId zone, int number) {
        steps.put(StepKind.MESSAGE, dueAt.plus(settings.message()));
        steps.put(StepKind.CALL, dueAt.plus(settings.call()));
        steps.put(StepKind.SECOND_CALL, dueAt.plus(settings.secondCall()));
        if (number == 1) {
            steps.put(StepKind.PORTAL, dueAt.plus(settings.secondCall()));
            steps.put(StepKind.SUPPORT_PERSON, dueAt.plus(settings.supportPerson()));
            steps.put(StepKind.VISIT_OR_LETTER, daysAfter(dueAt, settings.visitDays(), zone));
            steps.put(StepKind.SUPERVISOR_REVIEW, daysAfter(dueAt, settings.reviewDays(), zone));
        }
    }

    private void sooner(Map<StepKind, Instant> steps, Instant dueAt, ZoneId zone, int number) {
        var sooner = settings.compressed();
        steps.put(StepKind.MESSAGE, dueAt.plus(sooner.message()));
        steps.put(StepKind.CALL, dueAt.plus(sooner.call()));
        steps.put(StepKind.SECOND_CALL, dueAt.plus(sooner.secondCall()));
        if (number == 1) {
            steps.put(StepKind.PORTAL, dueAt.plus(sooner.secondCall()));
            steps.put(StepKind.SUPPORT_PERSON, dueAt.plus(sooner.supportPerson()));
            steps.put(StepKind.VISIT_OR_LETTER, daysAfter(dueAt, sooner.visitDays(), zone));
        }
    }

    /** From which day on somebody from whom a check-in did not come may be called unreachable. */
    LocalDate unreachableFrom(LocalDate dueOn) {
        return dueOn.plusDays(settings.unreachableDays());
    }

    /** When nobody calls any more because of a check-in that none follows. */
    Instant unreachableAt(Instant dueAt, ZoneId zone) {
        return daysAfter(dueAt, settings.unreachableDays(), zone);
    }

    /** The same hour of a later day, which on the nights when clocks change is not a multiple of 24 hours away. */
    static Instant daysAfter(Instant from, int days, ZoneId zone) {
        return from.atZone(zone).plusDays(days).toInstant();
    }
}
