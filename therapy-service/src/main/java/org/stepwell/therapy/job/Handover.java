package org.stepwell.therapy.job;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/**
 * Whether scheduling has the hours of a job.
 *
 * @param handoverDue whether they are others than scheduling has, as far as anybody said
 * @param shiftsToldOn when they were told last
 * @param handedOverOn when they were handed over last
 * @param handedOverBy who of the staff said so; null where the patient did
 */
@Embeddable
record Handover(
        boolean handoverDue,
        @Nullable LocalDate shiftsToldOn,
        @Nullable LocalDate handedOverOn,
        @Nullable StaffId handedOverBy) {

    static final Handover NONE = new Handover(false, null, null, null);

    /** Other hours hold; where there are none, they are taken away from scheduling if it had some. */
    Handover changed(boolean some, LocalDate today) {
        return new Handover(some || handedOverOn != null, today, handedOverOn, handedOverBy);
    }

    /** @param said today where it is null */
    Handover done(Told told, @Nullable LocalDate said) {
        if (shiftsToldOn == null || (!handoverDue && handedOverOn == null)) {
            throw JobRule.SHIFTS_ARE_THERE_TO_HAND_OVER.because("Say first at which hours the patient works.");
        }
        var day = said == null ? told.today() : said;
        if (day.isBefore(shiftsToldOn) || day.isAfter(told.today())) {
            throw JobRule.HANDED_OVER_ON_A_DAY_THAT_CAME.at(
                    "/date", "a day from %s to %s".formatted(shiftsToldOn, told.today()));
        }
        return new Handover(false, shiftsToldOn, day, told.writtenBy());
    }
}
