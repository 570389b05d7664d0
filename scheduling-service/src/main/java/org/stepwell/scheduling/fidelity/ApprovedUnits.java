package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;
import org.stepwell.scheduling.fidelity.Approvals.Approved;

/** What patients may still use of what was approved: a day uses something once it is long enough for the payer. */
@Singleton
class ApprovedUnits {

    private static final String USED = """
            select r.approval_id, s.day, (r.rules ->> 'dayMinutesMin')::int as day_min,
                   sum(case when s.status = 'SCHEDULED' then (extract(epoch from s.ends_at - s.starts_at) / 60)::int
                       else coalesce(a.minutes, 0) end)::int as minutes
            from approval_rules r
            join approval p on p.clinic_id = r.clinic_id and p.id = r.approval_id
            join seat t on t.clinic_id = p.clinic_id and t.patient_id = p.patient_id and t.live
              and t.kind <> 'AFTERCARE'
            join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
              and s.day between r.first_day and r.last_day and s.day <= ? and s.modality <> all (r.apart)
            left join lateral (select a.minutes from attendance a
              where a.clinic_id = platform.current_clinic() and a.session_id = t.session_id and a.patient_id = t.patient_id
                and s.status <> 'SCHEDULED'
              order by a.version desc limit 1) a on true
            where r.clinic_id = platform.current_clinic() and r.approval_id = any (?)
            group by r.approval_id, s.day, r.rules
            """;

    private final Approvals approvals;
    private final Sql sql;

    ApprovedUnits(Approvals approvals, Sql sql) {
        this.approvals = approvals;
        this.sql = sql;
    }

    private record Used(
            AuthorizationId approval,
            LocalDate day,
            @Nullable Integer dayMinutesMin,
            int minutes) {}

    /**
     * What some patients may still use.
     *
     * @param used by approval and day, what was attended and what is planned, until the end of the week
     */
    record Known(Map<PatientId, List<Approved>> approved, Map<AuthorizationId, List<Used>> used) {

        /** Whether sessions stay within what was approved; where nothing holds on any of their days, nothing bounds them. */
        boolean allow(PatientId patient, List<MakeUpSearch.Choice> sessions) {
            var all = approved.getOrDefault(patient, List.of());
            return sessions.stream().noneMatch(one -> all.stream().anyMatch(some -> some.holds(one.day())))
                    || sessions.stream()
                            .allMatch(one -> all.stream()
                                    .anyMatch(some -> some.holds(one.day())
                                            && unitsWith(some.id(), all, sessions) <= some.units()));
        }

        /** Units that are used if these sessions are, too. */
        private int unitsWith(AuthorizationId approval, List<Approved> all, List<MakeUpSearch.Choice> sessions) {
            var days = new TreeMap<LocalDate, Used>();
            used.getOrDefault(approval, List.of()).forEach(day -> days.put(day.day(), day));
            for (var some : all) {
                sessions.stream()
                        .filter(one -> some.id().equals(approval)
                                && some.holds(one.day())
                                && !some.apart().contains(one.modality()))
                        .forEach(one -> days.merge(
                                one.day(),
                                new Used(approval, one.day(), some.rules().dayMinutesMin(), one.minutes()),
                                (day, more) -> new Used(
                                        approval, day.day(), more.dayMinutesMin(), day.minutes() + more.minutes())));
            }
            var unit = all.stream()
                    .filter(some -> some.id().equals(approval))
                    .findFirst()
                    .orElseThrow()
                    .unit();
            return days.values().stream()
                    .mapToInt(day -> unit.unitsOf(day.minutes(), Objects.requireNonNullElse(day.dayMinutesMin(), 1)))
                    .sum();
        }
    }

    /** Of what holds in a week. */
    Known of(Collection<PatientId> patients, LocalDate from, LocalDate through) {
        var approved = approvals.of(patients, from, through);
        var used = new HashMap<AuthorizationId, List<Used>>();
        if (!approved.isEmpty()) {
            used.putAll(used(approved, through));
        }
        return new Known(approved.stream().collect(Collectors.groupingBy(Approved::patient)), used);
    }

    private Map<AuthorizationId, List<Used>> used(List<Approved> approved, LocalDate through) {
        return sql
                .list(
                        USED,
                        row -> new Used(
                                Columns.id(row, "approval_id", AuthorizationId::new),
                                Columns.day(row, "day"),
                                row.getObject("day_min", Integer.class),
                                row.getInt("minutes")),
                        through,
                        Columns.uuids(
                                approved.stream().map(Approved::id).distinct().toList()))
                .stream()
                .collect(Collectors.groupingBy(Used::approval));
    }
}
