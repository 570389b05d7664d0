package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.CertificationSigned;
import org.stepwell.enrollment.billing.Claims.Certified;
import org.stepwell.platform.database.Sql;

/** What physicians certified, as therapy says. */
@Singleton
public class Certifications {

    private final Sql sql;

    Certifications(Sql sql) {
        this.sql = sql;
    }

    void add(CertificationSigned signed) {
        sql.update(
                """
                insert into certification (id, patient_id, episode_id, first_day, through) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                signed.certification().value(),
                signed.patient().value(),
                signed.episode().value(),
                signed.from(),
                signed.through());
    }

    record Row(PatientId patient, EpisodeId episode, LocalDate through) {}

    Optional<Row> one(CertificationId id) {
        return sql.one(
                """
                select patient_id, episode_id, through from certification
                where clinic_id = platform.current_clinic() and id = ?
                """,
                row -> new Row(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                        row.getObject("through", LocalDate.class)),
                id.value());
    }

    /** Whether a later one of the same episode stands longer. */
    boolean isFollowed(Row row) {
        return certified(row.patient()).stream()
                .anyMatch(other ->
                        other.episode().equals(row.episode()) && other.through().isAfter(row.through()));
    }

    /** Until when the last certification of an episode stands; nothing where there is none. */
    public Optional<LocalDate> through(EpisodeId episode, PatientId patient) {
        return certified(patient).stream()
                .filter(one -> one.episode().equals(episode))
                .map(Certified::through)
                .max(LocalDate::compareTo);
    }

    /** All of a patient, the first first. */
    private List<Certified> certified(PatientId patient) {
        return certified(List.of(patient)).getOrDefault(patient, List.of());
    }

    /** The same of each of these patients who has any. */
    Map<PatientId, List<Certified>> certified(Collection<PatientId> patients) {
        var found = new HashMap<PatientId, List<Certified>>();
        sql.list(
                        """
                        select patient_id, episode_id, first_day, through from certification
                        where clinic_id = platform.current_clinic() and patient_id = any (?) order by first_day, id
                        """,
                        row -> Map.entry(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                new Certified(
                                        new EpisodeId(row.getObject("episode_id", UUID.class)),
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("through", LocalDate.class))),
                        (Object) patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .forEach(row -> found.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                        .add(row.getValue()));
        return found;
    }
}
