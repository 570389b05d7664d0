package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** What payers approved, as far as it bounds the sessions that somebody is offered. Nobody is kept out of one by it. */
@Singleton
public class Approvals {

    private final Sql sql;

    Approvals(Sql sql) {
        this.sql = sql;
    }

    /** Takes what enrollment says of an approval; an older word changes nothing. */
    public void changed(AuthorizationChanged said) {
        sql.update(
                """
                insert into approval as known (id, patient_id, version, unit, units, first_day, last_day)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set patient_id = excluded.patient_id, version = excluded.version, unit = excluded.unit,
                    units = excluded.units, first_day = excluded.first_day, last_day = excluded.last_day
                where known.version < excluded.version
                """,
                said.authorization().value(),
                said.patient().value(),
                said.version(),
                said.unit().name(),
                said.units(),
                said.from(),
                said.to());
    }

    /** What was approved of a duplicate was approved of the patient. */
    public void merged(PatientId survivor, PatientId duplicate) {
        sql.update(
                "update approval set patient_id = ? where clinic_id = platform.current_clinic() and patient_id = ?",
                survivor.value(),
                duplicate.value());
    }

    private record Approval(PatientId patient, BillingUnit unit, int units, LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        /** Units that days come to, of those on which it holds. */
        int unitsOf(NavigableMap<LocalDate, Integer> minutes) {
            return minutes.subMap(from, true, to, true).values().stream()
                    .mapToInt(sum -> unit.unitsOf(sum, 1))
                    .sum();
        }
    }

    /**
     * What some patients may still use.
     *
     * @param minutes by day, what was attended and what is planned, until the end of the week
     */
    record Known(Map<PatientId, List<Approval>> approvals, Map<PatientId, NavigableMap<LocalDate, Integer>> minutes) {

        /** Whether sessions stay within what was approved; where nothing holds on any of their days, nothing bounds them. */
        boolean allow(PatientId patient, List<MakeUpSearch.Choice> sessions) {
            var all = approvals.getOrDefault(patient, List.of());
            if (sessions.stream().noneMatch(one -> all.stream().anyMatch(approval -> approval.holds(one.day())))) {
                return true;
            }
            var with = new TreeMap<>(minutes.getOrDefault(patient, new TreeMap<>()));
            sessions.forEach(one -> with.merge(one.day(), one.minutes(), Integer::sum));
            return sessions.stream()
                    .allMatch(one -> all.stream()
                            .anyMatch(approval ->
                                    approval.holds(one.day()) && approval.unitsOf(with) <= approval.units()));
        }
    }

    /** Those of some patients that hold in a week. */
    Known of(Collection<PatientId> patients, LocalDate from, LocalDate through) {
        var approvals = sql.list(
                """
                select * from approval
                where clinic_id = platform.current_clinic() and patient_id = any (?) and last_day >= ? and first_day <= ?
                """,
                row -> new Approval(
                        Columns.id(row, "patient_id", PatientId::new),
                        BillingUnit.valueOf(row.getString("unit")),
                        row.getInt("units"),
                        Columns.day(row, "first_day"),
                        Columns.day(row, "last_day")),
                Columns.uuids(patients),
                from,
                through);
        return new Known(
                approvals.stream().collect(Collectors.groupingBy(Approval::patient)), minutes(approvals, through));
    }

    private Map<PatientId, NavigableMap<LocalDate, Integer>> minutes(List<Approval> approvals, LocalDate through) {
        var found = new HashMap<PatientId, NavigableMap<LocalDate, Integer>>();
        var first = approvals.stream().map(Approval::from).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return found;
        }
        record Day(PatientId patient, LocalDate day, int minutes) {}
        sql.list(
                        """
                        select t.patient_id, s.day, sum(case when s.status = 'SCHEDULED'
                            then (extract(epoch from s.ends_at - s.starts_at) / 60)::int
                            else coalesce(a.minutes, 0) end)::int as minutes
                        from seat t
                        join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                        left join lateral (select a.minutes from attendance a
                          where a.clinic_id = t.clinic_id and a.session_id = t.session_id and a.patient_id = t.patient_id
                          order by a.version desc limit 1) a on true
                        where t.clinic_id = platform.current_clinic() and t.patient_id = any (?) and t.live
                          and s.day between ? and ?
                        group by t.patient_id, s.day
                        """,
                        row -> new Day(
                                Columns.id(row, "patient_id", PatientId::new),
                                Columns.day(row, "day"),
                                row.getInt("minutes")),
                        Columns.uuids(approvals.stream().map(Approval::patient).collect(Collectors.toSet())),
                        first.get(),
                        through)
                .forEach(day -> found.computeIfAbsent(day.patient(), _ -> new TreeMap<>())
                        .put(day.day(), day.minutes()));
        return found;
    }
}
