package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/** Which of a patient's coverages a day goes to: what a second payer covers besides burns nothing there. */
@Singleton
class WhoPays {

    private final Coverages coverages;
    private final Sql sql;

    WhoPays(Coverages coverages, Sql sql) {
        this.coverages = coverages;
        this.sql = sql;
    }

    private record SentDay(PatientId patient, LocalDate day) {}

    /**
     * What is known of some patients.
     *
     * @param sent to whom a day was sent: whoever has it stays the one
     */
    record Paying(Map<PatientId, List<Coverage>> coverages, Map<SentDay, Set<CoverageId>> sent) {

        boolean pays(Coverage coverage, LocalDate day) {
            var before = sent.getOrDefault(new SentDay(coverage.patient(), day), Set.of());
            return Covering.billed(coverages.getOrDefault(coverage.patient(), List.of()), day, before::contains)
                    .filter(coverage::equals)
                    .isPresent();
        }
    }

    Paying of(Collection<PatientId> patients) {
        var all = coverages.ofPatients(patients);
        var sent = sql.list(
                """
                select coverage.patient_id, sent.coverage_id, sent.day from claim_sent sent
                join coverage on coverage.clinic_id = sent.clinic_id and coverage.id = sent.coverage_id
                where sent.clinic_id = platform.current_clinic() and sent.coverage_id = any (?)
                """,
                row -> Map.entry(
                        new SentDay(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getObject("day", LocalDate.class)),
                        new CoverageId(row.getObject("coverage_id", UUID.class))),
                (Object) all.stream().map(one -> one.id().value()).toArray(UUID[]::new));
        return new Paying(
                all.stream().collect(Collectors.groupingBy(Coverage::patient)),
                sent.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    }
}
