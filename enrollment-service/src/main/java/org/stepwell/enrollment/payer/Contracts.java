package org.stepwell.enrollment.payer;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.enrollment.program.RuleSets;

/** By which terms payers are billed, with the minutes of the rule sets that their contracts name. */
@Singleton
public class Contracts {

    private final RuleSets ruleSets;

    Contracts(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** For each day of service. */
    public DayTerms.Of of(Payer payer) {
        var contract = payer.contract();
        return day -> {
            var terms = contract.on(day);
            return new DayTerms(
                    terms,
                    terms.programDayMinutes(ruleSets.dayMinutesMin(terms.ruleSet())),
                    ruleSets.groupEachDay(terms.ruleSet()));
        };
    }

    /** The rules that a contract names for a day of service, with the minutes of a day that it says instead. */
    public RuleSet rules(Payer payer, LocalDate day) {
        var terms = payer.terms(day);
        var named = ruleSets.of(terms.ruleSet());
        var minutes = terms.dayMinutesMin();
        return minutes == null ? named : named.withDaysOf(minutes);
    }
}
