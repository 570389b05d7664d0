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
    public Map<EpisodeId, Set<SessionId>> closedTo(Collection<EpisodeId> episodes, Collection<SessionId> sessions) {
        record Line(EpisodeId episode, SessionId session) {}
        return sql
                .list(
                        """
                        select e.id as episode, s.id as session
                        from session s
                        join care_group g on g.clinic_id = s.clinic_id and g.id = s.group_id
                        join episode e on e.clinic_id = s.clinic_id and e.id = any (?)
                        where s.clinic_id = platform.current_clinic() and s.id = any (?)
                          and (g.program_id <> e.program_id or g.closed
                            or ((g.language is not null or g.weeks_from is not null or g.needs <> '{}' or g.excludes <> '{}')
                              and not group_takes(g, e.patient_id, e.starts_on, s.day)))
                        """,
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
