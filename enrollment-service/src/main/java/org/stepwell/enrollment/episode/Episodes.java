package org.stepwell.enrollment.episode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;
import org.stepwell.enrollment.consent.CourseOfCare;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Reach;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** The episodes of the clinic, and what the other services answer about them. */
@Singleton
public class Episodes implements PanacheRepositoryBase<Episode, EpisodeId>, CourseOfCare {

    private final Sql sql;
    private final PlacementTasks tasks;

    Episodes(Sql sql, PlacementTasks tasks) {
        this.sql = sql;
        this.tasks = tasks;
    }

    /** Scheduling says whether the week could be seated. */
    public void placed(PlacementAnswered answer) {
        findByIdOptional(answer.episode(), LockModeType.PESSIMISTIC_WRITE).ifPresent(episode -> {
            episode.placed(answer);
            tasks.answered(episode, answer);
        });
    }

    /** Therapy says that the patient is ready for a lower level of care. */
    public void readyForStepDown(EpisodeId id, @Nullable Instant at) {
        findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(episode -> episode.readyForStepDown(at));
    }

    /** Therapy says that the patient's discharge summary is signed. */
    public void summarySigned(EpisodeId id, Instant at) {
        findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(episode -> episode.summarySigned(at));
    }

    /** Aftercare says where a next step stands. */
    public void nextStepChanged(NextStepChanged step) {
        sql.update(
                """
                insert into next_step (id, episode_id, date, status) values (?, ?, ?, ?)
                on conflict (clinic_id, id) do update set date = excluded.date, status = excluded.status
                """,
                step.step().value(),
                step.episode().value(),
                step.date(),
                step.status().name());
    }

    /**
     * Whether somebody accepted a step that is still ahead when the last day is over, or falls on it; whoever went on to another
     * level of this clinic has one.
     */
    boolean hasAcceptedNextStep(Episode episode, LocalDate lastDay) {
        return sql.one(
                        """
                        select 1 from next_step
                        where clinic_id = platform.current_clinic() and episode_id = ? and status = 'ACCEPTED' and date >= ?
                        union all
                        select 1 from episode
                        where clinic_id = platform.current_clinic() and patient_id = ? and previous_id = ?
                          and status <> 'WITHDRAWN'
                        limit 1
                        """,
                        row -> row.getInt(1),
                        episode.id().value(),
                        lastDay,
                        episode.patient().value(),
                        episode.id().value())
                .isPresent();
    }

    /** The first day of the patient's next episode, where they were admitted again. */
    @Nullable
    LocalDate nextStartOf(Episode episode) {
        return sql.one(
                        """
                        select start from episode
                        where clinic_id = platform.current_clinic() and patient_id = ? and id > ? and start is not null
                        order by id limit 1
                        """,
                        row -> row.getObject("start", LocalDate.class),
                        episode.patient().value(),
                        episode.id().value())
                .orElse(null);
    }

    /** The last day of the patient's earlier episodes, where there are any. */
    public @Nullable LocalDate lastDayBefore(PatientId patient, EpisodeId episode) {
        return sql.one("""
                        select last_day from episode
                        where clinic_id = platform.current_clinic() and patient_id = ? and id < ? and last_day is not null
                        order by last_day desc limit 1
                        """, row -> row.getObject("last_day", LocalDate.class), patient.value(), episode.value())
                .orElse(null);
    }

    /** Whether the patient was admitted again after this episode: then the later one's team counts. */
    boolean isBack(Episode episode) {
        return sql.one(
                        """
                        select 1 from episode
                        where clinic_id = platform.current_clinic() and patient_id = ? and id > ? and start is not null limit 1
                        """,
                        row -> row.getInt(1),
                        episode.patient().value(),
                        episode.id().value())
                .isPresent();
    }

    @Override
    public boolean treatmentMayEnd(PatientId patient) {
        return isOpen(patient) || count("patient = ?1 and status = ?2", patient, EpisodeStatus.DISCHARGED) == 0;
    }

    @Override
    public boolean aftercareMayEnd(PatientId patient) {
        return treatmentMayEnd(patient) || isFollowed(patient);
    }

    /** Whether the patient was ever admitted, also where they never came: the other services know them from then on. */
    public boolean wasIn(PatientId patient) {
        return count("patient = ?1 and (stay.start is not null or neverCame.from is not null)", patient) > 0;
    }

    /** Whether the patient waits or is in. */
    public boolean isOpen(PatientId patient) {
        return openOf(patient).isPresent();
    }

    /** The episode in which the patient waits or is in. */
    Optional<Episode> openOf(PatientId patient) {
        return find("patient = ?1 and status in ?2", patient, EpisodeStatus.OPEN)
                .firstResultOptional();
    }

    /** Whether aftercare goes on for the patient. */
    boolean isFollowed(PatientId patient) {
        return followedOf(patient).isPresent();
    }

    /** The last episode after which aftercare goes on for the patient. */
    Optional<Episode> followedOf(PatientId patient) {
        return list("patient = ?1 and status = ?2 order by id.value desc", patient, EpisodeStatus.DISCHARGED).stream()
                .filter(Episode::isFollowed)
                .findFirst();
    }

    /** An episode that a new one of this patient may follow. */
    boolean isOver(EpisodeId id, PatientId patient) {
        return findByIdOptional(id)
                .filter(found -> found.patient().equals(patient) && found.status() == EpisodeStatus.DISCHARGED)
                .isPresent();
    }

    /** The patient's latest episode: where they wait or are, or were last. */
    public Optional<EpisodeView> latestOf(PatientId patient) {
        return find("patient = ?1 order by id.value desc", patient).page(0, 1).stream()
                .findFirst()
                .map(EpisodeView::of);
    }

    /** The latest episode under which the patient was admitted. */
    public Optional<EpisodeView> latestStayOf(PatientId patient) {
        return find("patient = ?1 and stay.start is not null order by id.value desc", patient).page(0, 1).stream()
                .findFirst()
                .map(EpisodeView::of);
    }

    /** Whose episode it is. */
    public PatientId patientOf(EpisodeId id) {
        return of(id).patient();
    }

    /** What somebody waits for, locked until the transaction ends; nothing where they do not wait. */
    public Optional<WaitingFor> lockedWaiting(EpisodeId id) {
        return Optional.of(lockedOf(id))
                .filter(found -> found.status() == EpisodeStatus.WAITING)
                .map(Episode::waitingFor);
    }

    Episode of(EpisodeId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: whoever comes second, a person or another service's event, waits instead of losing. */
    Episode lockedOf(EpisodeId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Episode> ofPatient(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Of patients within reach: whom one treats, or nobody does yet. */
    List<Episode> inStatus(EpisodeStatus status, Reach reach, PageRequest page) {
        if (reach.wholeClinic()) {
            return find("status = ?1 and id.value > ?2 order by id.value", status, page.after())
                    .page(0, page.fetch())
                    .list();
        }
        var seen = sql.list(
                """
                select id from episode
                where clinic_id = platform.current_clinic() and status = ? and id > ? and (%s or %s)
                order by id limit ?
                """.formatted(CareTeams.nobody("episode.patient_id"), CareTeams.includes("episode.patient_id")),
                row -> row.getObject("id", UUID.class),
                status.name(),
                page.after(),
                reach.staffOrNobody(),
                page.fetch());
        return list("id.value in ?1 order by id.value", seen);
    }
}
