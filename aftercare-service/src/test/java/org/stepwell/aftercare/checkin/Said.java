package org.stepwell.aftercare.checkin;

import org.jspecify.annotations.Nullable;

/** What somebody said in a check-in of a test; nothing unless it is told here. */
final class Said {

    private @Nullable Boolean used;
    private String substances = "";
    private @Nullable Integer cravings;
    private @Nullable Integer lowDays;
    private @Nullable Integer days;
    private @Nullable Integer good;
    private @Nullable Integer confidence;
    private @Nullable Boolean medication;
    private @Nullable Housing housing;
    private @Nullable Integer conflict;
    private @Nullable Integer health;
    private @Nullable Boolean income;
    private @Nullable Boolean suicide;

    Said used(@Nullable Boolean any, String of) {
        used = any;
        substances = of;
        return this;
    }

    Said cravings(@Nullable Integer extent) {
        cravings = extent;
        return this;
    }

    Said lowDays(@Nullable Integer number) {
        lowDays = number;
        return this;
    }

    Said medication(@Nullable Boolean taken) {
        medication = taken;
        return this;
    }

    Said housing(@Nullable Housing where) {
        housing = where;
        return this;
    }

    Said income(@Nullable Boolean enough) {
        income = enough;
        return this;
    }

    Said suicide(@Nullable Boolean thoughts) {
        suicide = thoughts;
        return this;
    }

    /** All factors are said: no day of risk, and of protection all but confidence, which is sixteen. */
    Said calm() {
        used = false;
        suicide = false;
        cravings = 0;
        lowDays = 0;
        days = 0;
        good = 7;
        income = true;
        return this;
    }

    Said factors(int ofHealth, int ofConflict, int ofConfidence) {
        health = ofHealth;
        conflict = ofConflict;
        confidence = ofConfidence;
        return this;
    }

    Answers answers() {
        return new Answers(
                used,
                substances,
                null,
                cravings,
                lowDays,
                days,
                days,
                days,
                days,
                confidence,
                good,
                null,
                medication,
                null,
                good,
                housing,
                conflict,
                good,
                health,
                good == null ? null : 0,
                income,
                suicide);
    }
}
