package org.stepwell.therapy.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** By which version of its plan an episode is treated, or was at its end. */
@Singleton
public class PlanInForce {

    private final Sql sql;
    private final ClinicDirectory clinics;

    PlanInForce(Sql sql, ClinicDirectory clinics) {
        this.sql = sql;
        this.clinics = clinics;
    }

    /** A version of a plan, and the day on which it came into force. */
    public record Holding(int version, LocalDate since) {}

    /** The version that holds, if one ever did. */
    public Optional<Holding> of(EpisodeId episode) {
        return sql.one(
                """
                select version, in_force_at from plan
                where clinic_id = platform.current_clinic() and episode_id = ? and status = 'SIGNED'
                """,
                row -> new Holding(
                        row.getInt("version"),
                        row.getObject("in_force_at", OffsetDateTime.class)
                                .atZoneSameInstant(clinics.zone())
                                .toLocalDate()),
                episode.value());
    }
}
