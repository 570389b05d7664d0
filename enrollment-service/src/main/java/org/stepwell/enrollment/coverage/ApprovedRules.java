package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged.PayerRules;
import org.stepwell.enrollment.payer.Contracts;
import org.stepwell.enrollment.payer.Payers;

/**
 * By which rules the days of an authorization are held: by those of the contract with its payer, on the days on which this payer
 * is the one who is billed.
 */
@Singleton
class ApprovedRules {

    private final Coverages coverages;
    private final Payers payers;
    private final Contracts contracts;

    ApprovedRules(Coverages coverages, Payers payers, Contracts contracts) {
        this.coverages = coverages;
        this.payers = payers;
        this.contracts = contracts;
    }

    List<PayerRules> of(Authorization authorization) {
        var coverage = coverages.of(authorization.coverage());
        var approved = coverage.cut(authorization.approved());
        var payer = payers.of(coverage.payer());
        var all = coverages.of(authorization.patient());
        var starts = new TreeSet<>(payer.contract().changes());
        starts.add(approved.firstDay());
        all.forEach(one -> starts.addAll(one.changes()));
        var found = new ArrayList<PayerRules>();
        for (var from : starts) {
            if (approved.holds(from)
                    && Covering.billed(all, from, _ -> false)
                            .filter(coverage::equals)
                            .isPresent()) {
                var apart = payer.terms(from).apart().stream().sorted().toList();
                found.add(new PayerRules(
                        from, until(starts.higher(from), approved.lastDay()), contracts.rules(payer, from), apart));
            }
        }
        return found;
    }

    private static LocalDate until(@Nullable LocalDate next, LocalDate lastDay) {
        return next == null || next.isAfter(lastDay) ? lastDay : next.minusDays(1);
    }
}
