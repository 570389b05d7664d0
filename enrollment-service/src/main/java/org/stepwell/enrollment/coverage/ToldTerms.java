package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.enrollment.payer.OnceTermsChanged;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** A payer has other terms: what they approved is told once more with the rules that hold now. Weeks that are long over stay. */
@Singleton
class ToldTerms implements DueDoor, OnceTermsChanged {

    static final String KIND = "payer-terms-told";

    private static final int AT_ONCE = 200;

    private final Coverages coverages;
    private final Authorizations authorizations;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    ToldTerms(Coverages coverages, Authorizations authorizations, ClinicDirectory clinics, Due due, Clock clock) {
        this.coverages = coverages;
        this.authorizations = authorizations;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void termsChanged(PayerId payer) {
        due.now(KIND, payer);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var payer = new PayerId(subject);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var some = coverages.by(payer, new CoverageId(new UUID(0, 0)), AT_ONCE);
        while (!some.isEmpty()) {
            var approved =
                    authorizations.ofCoverages(some.stream().map(Coverage::id).toList());
            authorizations.tell(
                    approved.stream()
                            .filter(one -> !one.approved().lastDay().isBefore(today))
                            .toList(),
                    now);
            some = coverages.by(payer, some.getLast().id(), AT_ONCE);
        }
    }
}
