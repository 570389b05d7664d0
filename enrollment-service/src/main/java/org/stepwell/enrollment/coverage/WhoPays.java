package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;

/** Which of a patient's coverages a day goes to: what a second payer covers besides burns nothing there. */
@Singleton
class WhoPays {

    private final Coverages coverages;
    private final SentDays sentDays;

    WhoPays(Coverages coverages, SentDays sentDays) {
        this.coverages = coverages;
        this.sentDays = sentDays;
    }

    /**
     * What is known of some patients.
     *
     * @param sent what each payer has: whoever has a day stays the one
     */
    record Paying(Map<PatientId, List<Coverage>> coverages, Map<CoverageId, Map<LocalDate, SentDay>> sent) {

        boolean pays(Coverage coverage, LocalDate day) {
            return Covering.billed(
                            coverages.getOrDefault(coverage.patient(), List.of()),
                            day,
                            one -> sent.getOrDefault(one, Map.of()).containsKey(day))
                    .filter(coverage::equals)
                    .isPresent();
        }

        Collection<SentDay> sent(CoverageId coverage) {
            return sent.getOrDefault(coverage, Map.of()).values();
        }

        /** The last day that any payer has; none where nothing was sent. */
        Optional<LocalDate> lastSent() {
            return sent.values().stream()
                    .flatMap(days -> days.keySet().stream())
                    .max(LocalDate::compareTo);
        }
    }

    Paying of(Collection<PatientId> patients) {
        var all = coverages.ofPatients(patients);
        return new Paying(all.stream().collect(Collectors.groupingBy(Coverage::patient)), sentDays.of(all));
    }
}
