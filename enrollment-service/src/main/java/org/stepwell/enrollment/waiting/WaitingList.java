package org.stepwell.enrollment.waiting;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.episode.WaitingFor;
import org.stepwell.enrollment.episode.WaitingPriority;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** Who waits for a track, in the order in which places are offered: by priority, then by how long. */
@Singleton
class WaitingList {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String[] RANKS =
            Arrays.stream(WaitingPriority.values()).map(Enum::name).toArray(String[]::new);

    private final Sql sql;

    WaitingList(Sql sql) {
        this.sql = sql;
    }

    /** Somebody in the line, and what was offered to them. */
    @Schema(name = "WaitingLine")
    record Line(
            EpisodeId episode,
            PatientId patient,
            WaitingPriority priority,
            Instant waitingSince,
            @Nullable OfferId offer,
            Offer.@Nullable Status offerStatus,
            @Nullable Instant answerBy) {}

    List<Line> page(ProgramId program, String track, PageRequest page) {
        return sql.list(
                """
                select e.id, e.patient_id, e.priority, e.waiting_since, o.id as offer_id, o.status as offer_status, o.answer_by
                from episode e
                left join offer o on o.clinic_id = e.clinic_id and o.episode_id = e.id and o.status in ('OPEN', 'ACCEPTED')
                where e.clinic_id = platform.current_clinic() and e.status = 'WAITING' and e.program_id = ? and e.track = ?
                  and (? or (array_position(?, e.priority), e.waiting_since, e.id) > (
                    select array_position(?, last.priority), last.waiting_since, last.id from episode last
                    where last.clinic_id = platform.current_clinic() and last.id = ?))
                order by array_position(?, e.priority), e.waiting_since, e.id limit ?
                """,
                row -> {
                    @Nullable UUID offer = row.getObject("offer_id", UUID.class);
                    @Nullable String status = row.getString("offer_status");
                    @Nullable OffsetDateTime answerBy = row.getObject("answer_by", OffsetDateTime.class);
                    return new Line(
                            new EpisodeId(row.getObject("id", UUID.class)),
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            WaitingPriority.valueOf(row.getString("priority")),
                            row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                            offer == null ? null : new OfferId(offer),
                            status == null ? null : Offer.Status.valueOf(status),
                            answerBy == null ? null : answerBy.toInstant());
                },
                program.value(),
                track,
                page.after().equals(BEFORE_ALL),
                RANKS,
                RANKS,
                page.after(),
                RANKS,
                page.fetch());
    }

    /** Whose turn it is: the first to whom no place is offered now. */
    Optional<EpisodeId> next(WaitingFor place) {
        return sql.one(
                """
                select e.id from episode e
                where e.clinic_id = platform.current_clinic() and e.status = 'WAITING' and e.program_id = ? and e.track = ?
                  and not exists (
                    select 1 from offer o
                    where o.clinic_id = e.clinic_id and o.episode_id = e.id and o.status in ('OPEN', 'ACCEPTED'))
                order by array_position(?, e.priority), e.waiting_since, e.id limit 1
                """,
                row -> new EpisodeId(row.getObject("id", UUID.class)),
                place.program().value(),
                place.track(),
                RANKS);
    }
}
