package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.platform.database.Sql;

/** Which lines went to a payer: each day once. */
@Singleton
class SentClaims {

    private final Sql sql;

    SentClaims(Sql sql) {
        this.sql = sql;
    }

    /** The units of each line that was sent, as the payer has it now. */
    Map<Sent, Integer> of(Collection<CoverageId> coverages) {
        var found = new HashMap<Sent, Integer>();
        sql.list(
                        """
                        select sent.coverage_id, sent.day, coalesce(corrected.units, sent.units) as units from claim_sent sent
                        left join lateral (
                            select units from claim_corrected c
                            where c.clinic_id = sent.clinic_id and c.coverage_id = sent.coverage_id and c.day = sent.day
                            order by number desc limit 1) corrected on true
                        where sent.clinic_id = platform.current_clinic() and sent.coverage_id = any (?)
                        """,
                        row -> Map.entry(
                                new Sent(
                                        new CoverageId(row.getObject("coverage_id", UUID.class)),
                                        row.getObject("day", LocalDate.class)),
                                row.getInt("units")),
                        (Object) coverages.stream().map(CoverageId::value).toArray(UUID[]::new))
                .forEach(line -> found.put(line.getKey(), line.getValue()));
        return found;
    }

    /** The payer has other units of a line from now on; of two who say so at once, one is refused. */
    void corrected(Sent line, int units, String by, Instant now) {
        sql.update(
                """
                insert into claim_corrected (coverage_id, day, number, units, corrected_by, corrected_at)
                select ?, ?, count(*) + 1, ?, ?, ? from claim_corrected
                where clinic_id = platform.current_clinic() and coverage_id = ? and day = ?
                """,
                line.coverage().value(),
                line.day(),
                units,
                by,
                now,
                line.coverage().value(),
                line.day());
    }

    /** A line that leaves, and the entry of the ledger that says so. */
    record Leaving(CoverageId coverage, LocalDate day, int units, UUID disclosure) {}

    /** They leave now; of two who send one of them at once, one is refused. */
    void sent(List<Leaving> lines, Instant now) {
        sql.update(
                """
                insert into claim_sent (coverage_id, day, units, disclosure_id, sent_at)
                select line.*, ? from unnest(?, ?, ?, ?) as line(coverage, day, units, disclosure)
                order by line.coverage, line.day
                """,
                now,
                lines.stream().map(line -> line.coverage().value()).toArray(UUID[]::new),
                lines.stream().map(Leaving::day).toArray(LocalDate[]::new),
                lines.stream().map(Leaving::units).toArray(Integer[]::new),
                lines.stream().map(Leaving::disclosure).toArray(UUID[]::new));
    }
}
