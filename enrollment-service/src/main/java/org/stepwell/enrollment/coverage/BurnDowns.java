package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.enrollment.program.RuleSets;

/** How much of a patient's authorizations is used, from what was attended. */
@Singleton
public class BurnDowns {

    private final Authorizations authorizations;
    private final Coverages coverages;
    private final Attended attended;
    private final Payers payers;
    private final RuleSets ruleSets;

    BurnDowns(Authorizations authorizations, Coverages coverages, Attended attended, Payers payers, RuleSets ruleSets) {
        this.authorizations = authorizations;
        this.coverages = coverages;
        this.attended = attended;
        this.payers = payers;
        this.ruleSets = ruleSets;
    }

    /** What was approved under a coverage. */
    public List<Approved> approved(CoverageId coverage) {
        return authorizations.ofCoverage(coverage).stream()
                .map(Authorization::approved)
                .toList();
    }

    /** The payer's own numbers of what a patient's payers approved. */
    public Map<AuthorizationId, String> references(PatientId patient) {
        var references = new HashMap<AuthorizationId, String>();
        authorizations.ofPatient(patient).forEach(one -> references.put(one.id(), authorizations.reference(one)));
        return references;
    }

    /** Which authorization of a coverage each attended day burns, until a day. */
    public Burning burning(Coverage coverage, LocalDate until) {
        var approved = approved(coverage.id());
        var from = approved.stream().map(Approved::firstDay).min(LocalDate::compareTo);
        var days = from.map(first -> attended.days(coverage.patient(), first, until).stream()
                        .filter(day -> coverage.covers(day.day()))
                        .toList())
                .orElse(List.of());
        var terms = payers.of(coverage.payer()).terms();
        return Burning.of(approved, days, ruleSets.dayMinutesMin(terms.ruleSet()));
    }

    /** How far these authorizations are used. */
    Map<AuthorizationId, BurnDown> of(Collection<Authorization> some, LocalDate today) {
        var found = new HashMap<AuthorizationId, BurnDown>();
        var byCoverage = new HashMap<CoverageId, Burning>();
        for (var authorization : some) {
            var burning = byCoverage.computeIfAbsent(
                    authorization.coverage(), coverage -> burning(coverages.of(coverage), today));
            found.put(
                    authorization.id(),
                    BurnDown.of(authorization.approved(), burning.burnedOf(authorization.id()), today));
        }
        return found;
    }
}
