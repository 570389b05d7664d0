package org.stepwell.therapy.measuredue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.therapy.roster.Episodes;

/** The calendars of the episodes; whoever changes what is asked locks its calendar first. */
@Singleton
class MeasureCalendars implements PanacheRepositoryBase<MeasureCalendar, EpisodeId> {

    private final Sql sql;
    private final Episodes episodes;

    MeasureCalendars(Sql sql, Episodes episodes) {
        this.sql = sql;
        this.episodes = episodes;
    }

    /** Of an episode that goes on: begun here where its admission was heard before there were calendars. */
    Optional<MeasureCalendar> locked(EpisodeId episode) {
        return find(episode)
                .or(() -> episodes.open(episode).flatMap(open -> {
                    begin(episode, open.patient(), open.started());
                    return find(episode);
                }));
    }

    /** Begins one, unless it was begun. */
    void begin(EpisodeId episode, PatientId patient, LocalDate started) {
        sql.update("""
                insert into measure_calendar (episode_id, version, patient_id, started, asked_through)
                values (?, 0, ?, ?, ?) on conflict do nothing
                """, episode.value(), patient.value(), started, started);
    }

    private Optional<MeasureCalendar> find(EpisodeId episode) {
        return find("episode", episode).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }
}
