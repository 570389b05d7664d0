package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;

/** What was said of endings and does not hold any more. The runtime role may add rows, and neither change nor delete one. */
@Singleton
class CorrectedEndings {

    private final Sql sql;

    CorrectedEndings(Sql sql) {
        this.sql = sql;
    }

    /** An ending that was said wrongly. */
    @Schema(name = "CorrectedEnding")
    record Line(
            LocalDate lastDay,
            DischargeReason reason,
            @Nullable DischargeWaiver waiver,
            CorrectionReason because,

            @Schema(examples = "clinician:019a0000-0000-7000-8000-0000000000c1")
            String correctedBy,

            Instant correctedAt) {}

    /** Keeps an ending of an episode that is locked. */
    void keep(EpisodeId episode, @Nullable Ending wrong, CorrectionReason because, Instant now) {
        var ending = Objects.requireNonNull(wrong);
        sql.update(
                """
                insert into corrected_ending
                    (episode_id, number, last_day, reason, waiver, because, corrected_by, corrected_at)
                select ?, count(*) + 1, ?, ?, ?, ?, ?, ? from corrected_ending
                where clinic_id = platform.current_clinic() and episode_id = ?
                """,
                episode.value(),
                ending.lastDay(),
                ending.reason().name(),
                ending.waiver() == null ? null : ending.waiver().name(),
                because.name(),
                ClinicContext.current().orElseThrow().actor(),
                now,
                episode.value());
    }

    List<Line> of(EpisodeId episode) {
        return sql.list(
                """
                select * from corrected_ending
                where clinic_id = platform.current_clinic() and episode_id = ? order by number
                """,
                row -> {
                    @Nullable String waiver = row.getString("waiver");
                    return new Line(
                            row.getObject("last_day", LocalDate.class),
                            DischargeReason.valueOf(row.getString("reason")),
                            waiver == null ? null : DischargeWaiver.valueOf(waiver),
                            CorrectionReason.valueOf(row.getString("because")),
                            row.getString("corrected_by"),
                            row.getObject("corrected_at", OffsetDateTime.class).toInstant());
                },
                episode.value());
    }
}
