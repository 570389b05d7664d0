package org.stepwell.enrollment.waiting;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.episode.PassedOver;
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

    /** A place was offered to somebody who came later. */
    @Schema(name = "WaitingPassed")
    record Passed(PassedOver because, Instant at) {}

    /** Somebody in the line, and what was offered to them. */
    @Schema(name = "WaitingLine")
    record Line(
            EpisodeId episode,
            PatientId patient,

            @Schema(examples = "Maya Lindqvist", description = "for intake and supervisors") @Nullable
            String name,

            @Schema(description = "for intake and supervisors: it may say what ails somebody") @Nullable
            WaitingPriority priority,

            Instant waitingSince,
            @Nullable OfferId offer,
            Offer.@Nullable Status offerStatus,
            @Nullable Instant answerBy,
            List<Passed> passedOver) {

        Line unnamed() {
            return new Line(episode, patient, null, null, waitingSince, offer, offerStatus, answerBy, passedOver);
        }

        Line called(@Nullable String name) {
            return new Line(episode, patient, name, priority, waitingSince, offer, offerStatus, answerBy, passedOver);
        }
    }

    List<Line> page(ProgramId program, String track, PageRequest page) {
        return sql.list(
                """
                select e.id, e.patient_id, e.priority, e.waiting_since, o.id as offer_id, o.status as offer_status, o.answer_by,
                  p.because, p.at
                from episode e
                left join offer o on o.clinic_id = e.clinic_id and o.episode_id = e.id and o.status in ('OPEN', 'ACCEPTED')
                left join lateral (
                  select array_agg(given.passed_over order by given.id) as because, array_agg(given.made_at order by given.id) as at
                  from passed_over passed
                  join offer given on given.clinic_id = passed.clinic_id and given.id = passed.offer_id
                  where passed.clinic_id = e.clinic_id and passed.episode_id = e.id) p on true
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
                            null,
                            WaitingPriority.valueOf(row.getString("priority")),
                            row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                            offer == null ? null : new OfferId(offer),
                            status == null ? null : Offer.Status.valueOf(status),
                            answerBy == null ? null : answerBy.toInstant(),
                            passed(row));
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

    private static List<Passed> passed(ResultSet row) throws SQLException {
        @Nullable Array because = row.getArray("because");
        if (because == null) {
            return List.of();
        }
        var reasons = (String[]) because.getArray();
        var times = (Timestamp[]) row.getArray("at").getArray();
        return IntStream.range(0, reasons.length)
                .mapToObj(i -> new Passed(PassedOver.valueOf(reasons[i]), times[i].toInstant()))
                .toList();
    }

    /** Remembers who stands before somebody to whom a place is offered out of turn. */
    void passedOver(EpisodeId taken, OfferId offer, WaitingFor place) {
        sql.update("""
                insert into passed_over (episode_id, offer_id)
                select e.id, ? from episode e
                join episode taken on taken.clinic_id = e.clinic_id and taken.id = ?
                where e.clinic_id = platform.current_clinic() and e.status = 'WAITING' and e.program_id = ? and e.track = ?
                  and (array_position(?, e.priority), e.waiting_since, e.id)
                    < (array_position(?, taken.priority), taken.waiting_since, taken.id)
                  and not exists (
                    select 1 from offer o
                    where o.clinic_id = e.clinic_id and o.episode_id = e.id and o.status in ('OPEN', 'ACCEPTED'))
                """, offer.value(), taken.value(), place.program().value(), place.track(), RANKS, RANKS);
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
