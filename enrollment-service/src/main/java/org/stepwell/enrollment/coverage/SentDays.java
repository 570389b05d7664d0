package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.platform.database.Sql;

/** Which days payers have now: what was sent to them, and not voided there since. */
@Singleton
class SentDays {

    private final Sql sql;

    SentDays(Sql sql) {
        this.sql = sql;
    }

    /** One of them. */
    record Sent(CoverageId coverage, LocalDate day) {}

    /** The days that went out under each of these coverages. */
    Map<CoverageId, List<Sent>> of(Collection<Coverage> some) {
        return sql
                .list(
                        """
                        select coverage_id, day from (
                            select distinct on (coverage_id, day) * from claim_told
                            where clinic_id = platform.current_clinic() and coverage_id = any (?)
                            order by coverage_id, day, number desc) now
                        where units > 0
                        """,
                        row -> new Sent(
                                new CoverageId(row.getObject("coverage_id", UUID.class)),
                                row.getObject("day", LocalDate.class)),
                        (Object) some.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Sent::coverage));
    }
}
