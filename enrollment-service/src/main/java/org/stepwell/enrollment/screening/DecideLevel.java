package org.stepwell.enrollment.screening;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.enrollment.stop.Actor;
import org.stepwell.enrollment.stop.FindingWords;
import org.stepwell.enrollment.stop.Findings;
import org.stepwell.enrollment.stop.Grounds;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.seal.SealedJson;

/** Keeps the level a clinician decided; whether it is this program's level stops the admission or lets it go on. */
@Singleton
class DecideLevel {

    static final String PART = "decided-level";

    private final Screenings screenings;
    private final WhatStands standing;
    private final Findings findings;
    private final FindingWords words;
    private final SealedJson sealed;
    private final Clock clock;

    DecideLevel(
            Screenings screenings,
            WhatStands standing,
            Findings findings,
            FindingWords words,
            SealedJson sealed,
            Clock clock) {
        this.screenings = screenings;
        this.standing = standing;
        this.findings = findings;
        this.words = words;
        this.sealed = sealed;
        this.clock = clock;
    }

    void decide(Screening screening, String level, @Nullable Grounds why, Actor by) {
        var now = clock.instant();
        var patient = screening.patient();
        boolean crisis = standing.of(patient).crisis();
        screening.decide(
                level, why, text -> sealed.seal(PART, screening.id().value(), text), crisis, by.subject(), now);
        screenings.flush();
        boolean another = screening.decidedAnother();
        if (another || !level.equals(Screening.THIS_PROGRAM)) {
            var source = new Findings.Source(screening.id(), null, by.subject());
            findings.raise(patient, EnumSet.of(Stop.OTHER_LEVEL), source, now);
        }
        // Whoever decides for a level that nobody gives here leaves it open.
        if (another && why != null && ProgramLevel.isOfOurs(level)) {
            findings.override(patient, Stop.OTHER_LEVEL, why, words, by, now);
        }
    }
}
