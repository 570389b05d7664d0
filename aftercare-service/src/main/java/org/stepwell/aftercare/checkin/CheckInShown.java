package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Opens what was written in a check-in, to show it. */
@Singleton
class CheckInShown {

    static final String NOTE = "check-in-note/";
    static final String NEEDS = "check-in-needs/";
    static final String AGREED = "check-in-agreed/";

    private final Seal seal;
    private final Danger danger;

    CheckInShown(Seal seal, Danger danger) {
        this.seal = seal;
        this.danger = danger;
    }

    CheckInView view(CheckIn checkIn) {
        var sealed = checkIn.texts();
        var opened = new CheckIn.Texts(
                open(NOTE + checkIn.id(), sealed.note()),
                open(NEEDS + checkIn.id(), sealed.needs()),
                open(AGREED + checkIn.id(), sealed.agreedPlan()));
        var answers = checkIn.answers();
        boolean named = answers != null && Boolean.TRUE.equals(answers.suicideThoughts());
        return CheckInView.of(checkIn, opened, named ? danger.helpNow() : null);
    }

    private @Nullable String open(String purpose, @Nullable String sealed) {
        return sealed == null ? null : seal.open(ClinicContext.clinic(), purpose, sealed);
    }
}
