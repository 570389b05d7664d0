package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/**
 * A rule set that a patient's week is held against, and what of the week counts under it.
 *
 * @param apart treatments that are no part of the program day
 * @param days those that count, of this week and the one before; null where all do
 * @param inPart whether the payer did not approve all days of the week on which the clinic is open
 */
record Standard(
        RulesOf of,
        RuleSet rules,
        Set<Modality> apart,
        @Nullable NavigableSet<LocalDate> days,
        boolean inPart) {

    /** The program's: all that happens in it counts, on any day. */
    static Standard ofProgram(RuleSet rules) {
        return new Standard(RulesOf.PROGRAM, rules, Set.of(), null, false);
    }

    /** Whether treatment of a day counts. */
    boolean counts(LocalDate day, Modality modality) {
        return !apart.contains(modality) && (days == null || days.contains(day));
    }

    /** Of sessions, those that count. */
    List<Treatment> counted(List<Choice> sessions) {
        return sessions.stream()
                .filter(one -> counts(one.day(), one.modality()))
                .map(Choice::treatment)
                .toList();
    }

    /** The first day on which a row of days without treatment can begin, for somebody who is here since a day. */
    LocalDate gapsFrom(LocalDate hereSince) {
        return days == null || !days.getFirst().isAfter(hereSince) ? hereSince : days.getFirst();
    }
}
