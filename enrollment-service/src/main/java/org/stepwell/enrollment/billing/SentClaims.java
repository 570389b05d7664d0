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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.enrollment.billing.ClaimLine.Billed;
import org.stepwell.enrollment.billing.Claims.AsSent;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;

/** What payers were told of days: as they were sent, corrected or voided there, and sent anew. */
@Singleton
class SentClaims {

    private final Sql sql;

    SentClaims(Sql sql) {
        this.sql = sql;
    }

    /** Each line that was ever sent, as the payer has it now. */
    Map<Sent, AsSent> of(Collection<CoverageId> coverages) {
        var found = new HashMap<Sent, AsSent>();
        sql.list(
                        """
                        select * from claim_now
                        where clinic_id = platform.current_clinic() and coverage_id = any (?)
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
                        List.of(row.getString("diagnoses").split(" "))),
                BillingUnit.valueOf(row.getString("unit")),
                row.getInt("units"),
                authorization == null ? null : new AuthorizationId(authorization),
                row.getInt("number"));
    }

    /** The payer has other units or diagnoses of a line from now on; one that was voided comes back under what stands only. */
    void corrected(Sent line, AsSent before, int units, List<String> diagnoses, String by, Instant now) {
        if (units > 0) {
            mustStand(
                    Set.of(line.coverage().value()),
                    before.authorization() == null
                            ? Set.of()
                            : Set.of(before.authorization().value()));
        }
        sql.update(
                """
                insert into claim_told (coverage_id, day, number, procedure_code, modifier, revenue_code, condition_code,
                    diagnoses, unit, units, authorization_id, corrected_by, told_at)
                select coverage_id, day, number + 1, procedure_code, modifier, revenue_code, condition_code,
                    ?, unit, ?, authorization_id, ?, ? from claim_told
                where clinic_id = platform.current_clinic() and coverage_id = ? and day = ? and number = ?
                """,
                String.join(" ", diagnoses),
                units,
                by,
                now,
                line.coverage().value(),
                line.day(),
                before.told());
    }

    /** A line that leaves, and the entry of the ledger that says so. */
    record Leaving(LocalDate day, Billed billed, UUID disclosure) {}

    /** They leave now, unless somebody takes back what they rest on, or claims a day back for another payer, at the same time. */
    void sent(List<Leaving> lines, Instant now) {
        mustStand(
                lines.stream().map(line -> line.billed().coverage().value()).collect(Collectors.toSet()),
                lines.stream()
                        .map(SentClaims::authorization)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        int leaving = sql.update(
                """
                insert into claim_told (coverage_id, day, number, procedure_code, modifier, revenue_code, condition_code,
                    diagnoses, unit, units, authorization_id, disclosure_id, told_at)
                select line.*, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as line(coverage, day, number, procedure,
                    modifier, revenue, condition, diagnoses, unit, units, authorized, disclosure)
                join coverage own on own.clinic_id = platform.current_clinic() and own.id = line.coverage
                where not exists (
                    select from coverage other
                    join claim_now had on had.clinic_id = other.clinic_id and had.coverage_id = other.id and had.day = line.day
                    where other.clinic_id = own.clinic_id and other.patient_id = own.patient_id and other.id <> own.id
                      and had.units > 0)
                order by line.coverage, line.day
                """,
                now,
                column(lines, line -> line.billed().coverage().value(), UUID[]::new),
                column(lines, Leaving::day, LocalDate[]::new),
                column(lines, line -> line.billed().told() + 1, Integer[]::new),
                column(lines, line -> line.billed().procedureCode(), String[]::new),
                column(lines, line -> line.billed().modifier(), String[]::new),
                column(lines, line -> line.billed().revenueCode(), String[]::new),
                column(lines, line -> line.billed().conditionCode(), String[]::new),
                column(lines, line -> String.join(" ", line.billed().diagnoses()), String[]::new),
                column(lines, line -> line.billed().unit().name(), String[]::new),
                column(lines, line -> line.billed().units(), Integer[]::new),
                column(lines, SentClaims::authorization, UUID[]::new),
                column(lines, Leaving::disclosure, UUID[]::new));
        if (leaving < lines.size()) {
            throw new Refusal(BillingRule.TOLD_AT_ONCE, "A day was claimed back for another payer. Send once more.");
        }
    }

    /** Refuses what was withdrawn; what stands does so until the transaction ends. */
    private void mustStand(Set<UUID> coverages, Set<UUID> authorizations) {
        int standing = held("coverage", coverages) + held("payer_authorization", authorizations);
        if (standing < coverages.size() + authorizations.size()) {
            throw new Refusal(
                    BillingRule.BILLED_UNDER_WHAT_STANDS,
                    "A coverage or an authorization was withdrawn. Look at the lines again.");
        }
    }

    private int held(String table, Set<UUID> ids) {
        return sql.list("""
                        select id from %s
                        where clinic_id = platform.current_clinic() and id = any (?) and withdrawn_at is null
                        order by id for share
                        """.formatted(table), row -> 1, (Object) ids.toArray(UUID[]::new))
                .size();
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
