package org.stepwell.enrollment.reporting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** The records of admissions and discharges, and every version there was of them. */
@Singleton
class TedsRecords implements PanacheRepositoryBase<TedsRecord, TedsRecord.Key> {

    private final Sql sql;
    private final SealedJson sealed;

    TedsRecords(Sql sql, SealedJson sealed) {
        this.sql = sql;
        this.sealed = sealed;
    }

    Optional<TedsRecord> find(EpisodeId episode, Moment moment) {
        return findByIdOptional(new TedsRecord.Key(episode, moment));
    }

    /** Keeps what it says now, as a version that nothing changes any more. */
    void keep(TedsRecord record) {
        persistAndFlush(record);
        sql.update("""
                insert into teds_record_version (episode_id, moment, version, answers, imputed, recorded_by, recorded_at)
                select episode_id, moment, version, answers, imputed, recorded_by, recorded_at from teds_record
                where clinic_id = platform.current_clinic() and episode_id = ? and moment = ?
                """, record.key().episode().value(), record.key().moment().name());
    }

    String seal(EpisodeId episode, Moment moment, TedsAnswers answers) {
        return sealed.seal(part(moment), episode.value(), answers);
    }

    TedsAnswers open(EpisodeId episode, Moment moment, String sealedAnswers) {
        return sealed.open(part(moment), episode.value(), sealedAnswers, TedsAnswers.class);
    }

    TedsAnswers open(TedsRecord record) {
        return open(record.key().episode(), record.key().moment(), record.sealedAnswers());
    }

    private static String part(Moment moment) {
        return moment == Moment.ADMISSION ? "teds-admission" : "teds-discharge";
    }
}
