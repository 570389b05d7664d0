package org.stepwell.scheduling.group;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.availability.GroupsTake;
import org.stepwell.scheduling.columns.Columns;

/** Who fits into which group, and what the clinic calls its patients for that. */
@Singleton
public class Mix implements GroupsTake {

    /** SQL, true where a group g takes a patient; its parameters are the patient, the first day of the stay and the day. */
    static final String TAKES = " group_takes(g, ?, ?::date, ?::date) ";

    /** Most groups take anybody: only those that do not are held against everybody. */
    private static final String CLOSED_TO = """
            with who as (
                select e.id, e.program_id, e.starts_on, coalesce(m.survivor_id, e.patient_id) as patient_id
                from episode e
                left join platform.merged_patient m on m.clinic_id = e.clinic_id and m.duplicate_id = e.patient_id
                where e.clinic_id = platform.current_clinic() and e.id = any (?)),
            told as (
                select who.*, p.language, array (
                    select t.tag from patient_tag t
                    where t.clinic_id = platform.current_clinic() and t.patient_id = who.patient_id) as tags
                from who
                left join patient p on p.clinic_id = platform.current_clinic() and p.id = who.patient_id)
            select told.id as episode, s.id as session
            from session s
            join care_group g on g.clinic_id = s.clinic_id and g.id = s.group_id
            join told on told.program_id = g.program_id
            where s.clinic_id = platform.current_clinic() and s.id = any (?)
              and (g.closed
                or ((g.language is not null or g.weeks_from is not null or g.needs <> '{}' or g.excludes <> '{}')
                  and not group_takes(g, told.language, told.tags, told.starts_on, s.day)))
            """;

    private final Sql sql;

    Mix(Sql sql) {
        this.sql = sql;
    }

    /** Refuses somebody whom the group does not take. What the others are like is not said. */
    void requireFits(GroupId group, PatientId patient, LocalDate begun, LocalDate from) {
        boolean fits = sql.one(
                        "select" + TAKES
                                + "from care_group g where g.clinic_id = platform.current_clinic() and g.id = ?",
                        row -> row.getBoolean(1),
                        patient.value(),
                        begun,
                        from,
                        group.value())
                .orElse(false);
        if (!fits) {
            throw new Refusal(
                    GroupRule.GROUP_TAKES_OTHERS,
                    "GET groups/{group} says whom it takes, and GET patients/{patient}/group-tags what is known here.");
        }
    }

    @Override
    public boolean takes(SessionId session, EpisodeId episode) {
        return sql.one("""
                        select g.program_id = e.program_id and not g.closed
                            and group_takes(g, e.patient_id, e.starts_on, s.day)
                        from session s
                        join care_group g on g.clinic_id = s.clinic_id and g.id = s.group_id
                        join episode e on e.clinic_id = s.clinic_id and e.id = ?
                        where s.clinic_id = platform.current_clinic() and s.id = ?
                        """, row -> row.getBoolean(1), episode.value(), session.value())
                .orElse(false);
    }

    @Override
    public Map<EpisodeId, Set<SessionId>> closedTo(Collection<EpisodeId> episodes, Collection<SessionId> sessions) {
        record Line(EpisodeId episode, SessionId session) {}
        return sql
                .list(
                        CLOSED_TO,
                        row -> new Line(
                                Columns.id(row, "episode", EpisodeId::new), Columns.id(row, "session", SessionId::new)),
                        Columns.uuids(episodes),
                        Columns.uuids(sessions))
                .stream()
                .collect(Collectors.groupingBy(Line::episode, Collectors.mapping(Line::session, Collectors.toSet())));
    }

    /** What a duplicate was called, its patient is. */
    public void merged(PatientId survivor, PatientId duplicate) {
        sql.update("""
                insert into patient_tag (patient_id, tag, set_by, set_at)
                select ?, tag, set_by, set_at from patient_tag
                where clinic_id = platform.current_clinic() and patient_id = ?
                on conflict do nothing
                """, survivor.value(), duplicate.value());
    }

    /** What the clinic calls a patient. */
    List<String> tagsOf(PatientId patient) {
        return sql.list("""
                select tag from patient_tag where clinic_id = platform.current_clinic() and patient_id = ? order by tag
                """, row -> row.getString(1), patient.value());
    }

    /** All that the clinic calls a patient from now on; memberships stay as they are. */
    void tag(PatientId patient, Set<String> tags, Instant now) {
        var kept = tags.toArray(String[]::new);
        sql.update("""
                delete from patient_tag
                where clinic_id = platform.current_clinic() and patient_id = ? and tag <> all (?)
                """, patient.value(), kept);
        sql.update("""
                insert into patient_tag (patient_id, tag, set_by, set_at)
                select ?, tag, ?, ? from unnest(?) as said(tag) on conflict do nothing
                """, patient.value(), ClinicContext.current().orElseThrow().actor(), now, kept);
    }
}
