package org.stepwell.enrollment.coverage;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;

/** Which days payers have now: what was sent to them, and not voided there since. */
@Singleton
class SentDays {

    private final Sql sql;

    SentDays(Sql sql) {
        this.sql = sql;
    }

    /** The days that went out under each of these coverages, and are not voided. */
    Map<CoverageId, Map<LocalDate, SentDay>> of(Collection<Coverage> some) {
        return sql
                .list(
                        """
                        select coverage_id, day, unit, units, authorization_id from claim_now
                        where clinic_id = platform.current_clinic() and coverage_id = any (?) and units > 0
                        """,
                        row -> Map.entry(new CoverageId(row.getObject("coverage_id", UUID.class)), sent(row)),
                        (Object) some.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toMap(SentDay::day, Function.identity()))));
    }

    /** Refuses to take back a coverage as long as its payer has a line. */
    void mustBeNone(Coverage under) {
        mustBeNone(under(under));
    }

    /** Refuses to take back an authorization as long as a line is billed with it. */
    void mustBeNone(Coverage under, AuthorizationId with) {
        mustBeNone(under(under).stream()
                .filter(day -> with.equals(day.authorization()))
                .toList());
    }

    private Collection<SentDay> under(Coverage one) {
        return of(List.of(one)).getOrDefault(one.id(), Map.of()).values();
    }

    private static void mustBeNone(Collection<SentDay> sent) {
        if (!sent.isEmpty()) {
            throw new Refusal(
                    CoverageRule.NOTHING_IS_BILLED_UNDER_A_MISTAKE,
                    "%d days were, the first on %s. Void them with the payer first, and say so."
                            .formatted(
                                    sent.size(),
                                    sent.stream()
                                            .map(SentDay::day)
                                            .min(LocalDate::compareTo)
                                            .orElseThrow()));
        }
    }

    private static SentDay sent(ResultSet row) throws SQLException {
        @Nullable UUID authorization = row.getObject("authorization_id", UUID.class);
        return new SentDay(
                row.getObject("day", LocalDate.class),
                BillingUnit.valueOf(row.getString("unit")),
                row.getInt("units"),
                authorization == null ? null : new AuthorizationId(authorization));
    }
}
