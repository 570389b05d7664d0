package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.message.SafeHours;

/** By when staff do what a step asks for: as long as it is safe to call, or by the evening of the clinic's next working day. */
@Singleton
class DueBy {

    private static final Duration AT_ONCE = Duration.ofHours(2);
    private static final Duration IN_DANGER = Duration.ofDays(1);

    private final SafeHoursOf hours;
    private final ClinicDirectory clinics;

    DueBy(SafeHoursOf hours, ClinicDirectory clinics) {
        this.hours = hours;
        this.clinics = clinics;
    }

    /** By when a step is done that is taken now. */
    Instant of(Silence silence, Step step, Instant now) {
        return switch (step.kind()) {
            case CALL, SECOND_CALL ->
                // Nobody who may be in danger waits for an hour that is convenient.
                silence.compressed() ? now.plus(AT_ONCE) : hours.untilCalled(now, step.patient());
            case WELFARE_CHECK -> now.plus(AT_ONCE);
            case SUPERVISOR_REVIEW -> silence.compressed() ? now.plus(AT_ONCE) : nextEvening(now);
            case SUPPORT_PERSON, VISIT_OR_LETTER -> silence.compressed() ? now.plus(IN_DANGER) : nextEvening(now);
            case LINKAGE_OFFER, UNREACHABLE -> nextEvening(now);
            case MESSAGE, PORTAL -> throw new IllegalStateException("%s is nobody's work".formatted(step.kind()));
        };
    }

    private Instant nextEvening(Instant now) {
        var day = now.atZone(clinics.zone()).toLocalDate().plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(SafeHours.USUAL.until()).atZone(clinics.zone()).toInstant();
    }
}
