package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** In which sessions of their group a member has no seat, so that somebody looks at them. */
@Singleton
class WithoutSeat {

    private final Sql sql;

    WithoutSeat(Sql sql) {
        this.sql = sql;
    }

    /** Those that have begun and nobody closed, and those to come. */
    record Found(List<SessionId> begun, List<SessionId> ahead) {}

    /** Since the member's first day, in the order they start. */
    Found of(Membership member, Instant now) {
        record Row(SessionId session, boolean begun) {}
        var found = sql.list(
                """
                select s.id, s.starts_at <= ? as begun from session s
                where s.clinic_id = platform.current_clinic() and s.group_id = ? and s.day >= ?
                  and (?::date is null or s.day <= ?::date) and s.status = 'SCHEDULED' and not exists (
                    select from seat t
                    where t.clinic_id = s.clinic_id and t.session_id = s.id and t.patient_id = ?)
                order by s.starts_at, s.id
                """,
                row -> new Row(Columns.id(row, "id", SessionId::new), row.getBoolean("begun")),
                now,
                member.group().value(),
                member.fromDay(),
                member.lastDay(),
                member.lastDay(),
                member.patient().value());
        return new Found(
                found.stream().filter(Row::begun).map(Row::session).toList(),
                found.stream().filter(row -> !row.begun()).map(Row::session).toList());
    }
}
