package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.enrollment.billing.ClaimLine.Billed;
import org.stepwell.enrollment.billing.Claims.AsSent;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.platform.database.Sql;

/** Which lines went to a payer: each day once. */
@Singleton
class SentClaims {

    private final Sql sql;

    SentClaims(Sql sql) {
        this.sql = sql;
    }

    /** Each line that was sent, as the payer has it now. */
    Map<Sent, AsSent> of(Collection<CoverageId> coverages) {
        var found = new HashMap<Sent, AsSent>();
        sql.list(
                        """
                        select sent.*, coalesce(corrected.units, sent.units) as units_now,
                            coalesce(corrected.diagnoses, sent.diagnoses) as diagnoses_now
                        from claim_sent sent
                        left join lateral (
                            select units, diagnoses from claim_corrected c
                            where c.clinic_id = sent.clinic_id and c.coverage_id = sent.coverage_id and c.day = sent.day
                            order by number desc limit 1) corrected on true
                        where sent.clinic_id = platform.current_clinic() and sent.coverage_id = any (?)
                        """,
                        row -> Map.entry(
                                new Sent(
                                        new CoverageId(row.getObject("coverage_id", UUID.class)),
                                        row.getObject("day", LocalDate.class)),
                                asSent(row)),
                        (Object) coverages.stream().map(CoverageId::value).toArray(UUID[]::new))
                .forEach(line -> found.put(line.getKey(), line.getValue()));
        return found;
    }

    private static AsSent asSent(ResultSet row) throws SQLException {
        @Nullable UUID authorization = row.getObject("authorization_id", UUID.class);
        return new AsSent(
                new ClaimCodes(
                        row.getString("procedure_code"),
                        row.getString("modifier"),
                        row.getString("revenue_code"),
                        row.getString("condition_code"),
                        List.of(row.getString("diagnoses_now").split(" "))),
                BillingUnit.valueOf(row.getString("unit")),
                row.getInt("units_now"),
                authorization == null ? null : new AuthorizationId(authorization));
    }

    /** The payer has other units or diagnoses of a line from now on; of two who say so at once, one is refused. */
    void corrected(Sent line, int units, List<String> diagnoses, String by, Instant now) {
        sql.update(
                """
                insert into claim_corrected (coverage_id, day, number, units, diagnoses, corrected_by, corrected_at)
                select ?, ?, count(*) + 1, ?, ?, ?, ? from claim_corrected
                where clinic_id = platform.current_clinic() and coverage_id = ? and day = ?
                """,
                line.coverage().value(),
                line.day(),
                units,
                String.join(" ", diagnoses),
                by,
                now,
                line.coverage().value(),
                line.day());
    }

    /** A line that leaves, and the entry of the ledger that says so. */
    record Leaving(LocalDate day, Billed billed, UUID disclosure) {}

    /** They leave now; of two who send one of them at once, one is refused. */
    void sent(List<Leaving> lines, Instant now) {
        sql.update(
                """
                insert into claim_sent (coverage_id, day, procedure_code, modifier, revenue_code, condition_code, diagnoses, unit,
                    units, authorization_id, disclosure_id, sent_at)
                select line.*, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as line(coverage, day, procedure, modifier,
                    revenue, condition, diagnoses, unit, units, authorized, disclosure)
                order by line.coverage, line.day
                """,
                now,
                column(lines, line -> line.billed().coverage().value(), UUID[]::new),
                column(lines, Leaving::day, LocalDate[]::new),
                column(lines, line -> line.billed().procedureCode(), String[]::new),
                column(lines, line -> line.billed().modifier(), String[]::new),
                column(lines, line -> line.billed().revenueCode(), String[]::new),
                column(lines, line -> line.billed().conditionCode(), String[]::new),
                column(lines, line -> String.join(" ", line.billed().diagnoses()), String[]::new),
                column(lines, line -> line.billed().unit().name(), String[]::new),
                column(lines, line -> line.billed().units(), Integer[]::new),
                column(lines, SentClaims::authorization, UUID[]::new),
                column(lines, Leaving::disclosure, UUID[]::new));
    }

    private static @Nullable UUID authorization(Leaving line) {
        var authorization = line.billed().authorization();
        return authorization == null ? null : authorization.value();
    }

    private static <T extends @Nullable Object> T[] column(
            List<Leaving> lines, Function<Leaving, T> value, IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }
}
