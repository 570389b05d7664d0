package org.stepwell.aftercare.patient;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.PatientsHere;
import org.stepwell.platform.database.Sql;

/** The patients of the clinic and their episodes, as enrollment tells of them; no names. */
@Singleton
public class Patients implements PatientsHere {

    private final Sql sql;

    Patients(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a caller should know before they call.
     *
     * @param language the patient's language, or null while enrollment has not told it
     * @param zone the patient's time zone, or null where it is the clinic's
     * @param treatedFrom the first day of the episode
     */
    public record Background(
            @Nullable String language,
            @Nullable String zone,
            @Nullable LocalDate treatedFrom) {

        /** What is known of an episode that enrollment has not told of. */
        public static final Background UNKNOWN = new Background(null, null, null);
    }

    @Override
    public void mustKnow(PatientId patient) {
        if (sql.one(
                        "select 1 from patient where clinic_id = platform.current_clinic() and id = ?",
                        row -> row.getInt(1),
                        patient.value())
                .isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** Somebody spoke of this patient, who thereby is one of the clinic's. */
    public void mentioned(PatientId patient) {
        sql.update("insert into patient (id) values (?) on conflict do nothing", patient.value());
    }

    /** Takes what enrollment says of a patient. */
    public void changed(PatientChanged patient) {
        sql.update("""
                insert into patient (id, language, zone) values (?, ?, ?)
                on conflict (clinic_id, id) do update set language = excluded.language, zone = excluded.zone
                """, patient.patient().value(), patient.language(), patient.zone());
    }

    /** Takes the beginning of an episode. */
    public void admitted(EpisodeAdmitted admitted) {
        sql.update(
                """
                insert into episode (id, patient_id, starts_on, program_id) values (?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set starts_on = excluded.starts_on, program_id = excluded.program_id
                """,
                admitted.episode().value(),
                admitted.patient().value(),
                admitted.start(),
                admitted.program().value());
    }

    /**
     * Takes the end of an episode; a later word corrects it.
     *
     * @param reason null where nobody was ever there
     */
    public void ended(PatientId patient, EpisodeId episode, LocalDate lastDay, @Nullable DischargeReason reason) {
        sql.update("""
                insert into episode (id, patient_id, last_day, ended_because) values (?, ?, ?, ?)
                on conflict (clinic_id, id) do update
                set last_day = excluded.last_day, ended_because = excluded.ended_because
                """, episode.value(), patient.value(), lastDay, reason == null ? null : reason.name());
    }

    /** Whether an episode of a patient began that has not ended. */
    public boolean isInTreatment(PatientId patient) {
        return sql.one("""
                        select 1 from episode
                        where clinic_id = platform.current_clinic() and patient_id = ? and starts_on is not null
                          and last_day is null limit 1
                        """, row -> row.getInt(1), patient.value()).isPresent();
    }

    /** The language of a patient, or nothing while enrollment has not told it. */
    public Optional<String> language(PatientId patient) {
        return sql.one(
                        "select language from patient where clinic_id = platform.current_clinic() and id = ?",
                        row -> Optional.ofNullable(row.getString("language")),
                        patient.value())
                .flatMap(language -> language);
    }

    /** What is known about the patients of some episodes, in one question. */
    public Map<EpisodeId, Background> backgrounds(Collection<EpisodeId> episodes) {
        var ids = episodes.stream().map(EpisodeId::value).distinct().toArray(UUID[]::new);
        return sql
                .list(
                        """
                        select e.id, e.starts_on, p.language, p.zone
                        from episode e left join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id
                        where e.clinic_id = platform.current_clinic() and e.id = any (?)
                        """,
                        row -> Map.entry(
                                new EpisodeId(row.getObject("id", UUID.class)),
                                new Background(
                                        row.getString("language"),
                                        row.getString("zone"),
                                        row.getObject("starts_on", LocalDate.class))),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
