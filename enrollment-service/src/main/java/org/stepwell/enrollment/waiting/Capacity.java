package org.stepwell.enrollment.waiting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** How full the clinic's tracks are, on one board. */
@Singleton
class Capacity {

    private static final String TRACKS = """
            select program.id, program.name, track.code, track.name as track_name, places.free, places.from_date,
                   people.kept, people.coming, people.waiting, people.taken, people.away, people.since
            from program
            join program_track track on track.clinic_id = program.clinic_id and track.program_id = program.id
            left join free_places places on places.clinic_id = program.clinic_id and places.program_id = program.id
                and places.track = track.code
            cross join lateral (
                select count(*) filter (where episode.status = 'WAITING') as waiting,
                       count(*) filter (where episode.status = 'WAITING' and offer.id is not null) as kept,
                       count(*) filter (where episode.status = 'ADMITTED' and episode.placement is null) as coming,
                       count(*) filter (where episode.status <> 'WAITING'
                           and (hold.episode_id is null or hold.keep_seats_until >= ?)) as taken,
                       count(hold.episode_id) as away,
                       min(episode.waiting_since) filter (where episode.status = 'WAITING') as since
                from episode
                left join offer on offer.clinic_id = episode.clinic_id and offer.episode_id = episode.id
                    and offer.status in ('OPEN', 'ACCEPTED')
                left join episode_hold hold on hold.clinic_id = episode.clinic_id and hold.episode_id = episode.id
                    and hold.back_on is null
                where episode.clinic_id = program.clinic_id and episode.program_id = program.id
                  and episode.track = track.code
                  and episode.status in ('WAITING', 'ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED')) people
            where program.clinic_id = platform.current_clinic() and program.ended_at is null and track.ended_at is null
            order by program.name, track.code
            """;

    private final Sql sql;
    private final ClinicDirectory clinics;
    private final Clock clock;

    Capacity(Sql sql, ClinicDirectory clinics, Clock clock) {
        this.sql = sql;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * A track of a program.
     *
     * @param waitingSince since when whoever waits longest does
     */
    @Schema(name = "TrackCapacity")
    record Track(
            ProgramId program,
            @Schema(examples = "Evening IOP") String programName,
            @Schema(examples = "evening") String track,
            @Schema(examples = "Evening, 6 to 9") String trackName,

            @Schema(description = "as scheduling counts; missing until it has", examples = "3") @Nullable
            Integer free,

            @Schema(description = "from when they are free") @Nullable
            LocalDate freeFrom,

            @Schema(description = "of the free ones, offered or promised", examples = "1")
            int kept,

            @Schema(
                    description = "of the free ones, for those admitted whom scheduling has not seated yet",
                    examples = "1")
            int coming,

            @Schema(examples = "4") int waiting,

            @Schema(
                    description = "by those who are in, and by those who are away and whose place is kept",
                    examples = "9")
            int taken,

            @Schema(description = "of those who are in, on hold", examples = "1")
            int away,

            @Nullable Instant waitingSince) {}

    List<Track> tracks() {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        return sql.list(
                TRACKS,
                row -> {
                    @Nullable OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new Track(
                            new ProgramId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            row.getString("code"),
                            row.getString("track_name"),
                            row.getObject("free", Integer.class),
                            row.getObject("from_date", LocalDate.class),
                            row.getInt("kept"),
                            row.getInt("coming"),
                            row.getInt("waiting"),
                            row.getInt("taken"),
                            row.getInt("away"),
                            since == null ? null : since.toInstant());
                },
                today);
    }
}
