package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.clinic.ClinicContext;

/** Takes back what was entered by mistake; that it was here, and why it is not, stays. */
@Singleton
class Withdrawals {

    private final Coverages coverages;
    private final Authorizations authorizations;
    private final SentDays sentDays;
    private final ChangedCoverage changed;
    private final AuthorizationOnRecord onRecord;
    private final WatchedAuthorizations watched;
    private final Clock clock;

    Withdrawals(
            Coverages coverages,
            Authorizations authorizations,
            SentDays sentDays,
            ChangedCoverage changed,
            AuthorizationOnRecord onRecord,
            WatchedAuthorizations watched,
            Clock clock) {
        this.coverages = coverages;
        this.authorizations = authorizations;
        this.sentDays = sentDays;
        this.changed = changed;
        this.onRecord = onRecord;
        this.watched = watched;
        this.clock = clock;
    }

    @Schema(name = "CoverageWithdrawalForm")
    record Form(@Schema(examples = "ENTERED_TWICE") @NotNull Withdrawn.Because because) {}

    /** A coverage, with what was approved under it. */
    void withdraw(Coverage coverage, Form form) {
        sentDays.mustBeNone(coverage);
        var withdrawn = withdrawn(form);
        coverage.withdraw(withdrawn);
        authorizations.ofCoverage(coverage.id()).forEach(one -> withdraw(one, withdrawn));
        coverages.flush();
        changed.of(coverage.patient(), true, withdrawn.at());
        onRecord.withdrawn(coverage.patient(), withdrawn.by(), withdrawn.at());
    }

    /** An authorization alone. */
    void withdraw(Authorization authorization, Form form) {
        sentDays.mustBeNone(coverages.of(authorization.coverage()), authorization.id());
        withdraw(authorization, withdrawn(form));
    }

    private void withdraw(Authorization authorization, Withdrawn withdrawn) {
        authorization.withdraw(withdrawn);
        authorizations.withdrawn(authorization);
        watched.withdrawn(authorization, withdrawn.at());
    }

    private Withdrawn withdrawn(Form form) {
        return new Withdrawn(
                form.because(), ClinicContext.current().orElseThrow().actor(), clock.instant());
    }
}
