package org.stepwell.enrollment.waiting;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;

/** How full the clinic's tracks are, on one board. */
@Singleton
class Capacity {

    private static final String TRACKS = """
            select program.id, program.name, track.code, track.name as track_name, places.free, places.from_date,
                   people.kept, people.coming, people.waiting, people.taken, people.since
            from program
            join program_track track on track.clinic_id = program.clinic_id and track.program_id = program.id
            left join free_places places on places.clinic_id = program.clinic_id and places.program_id = program.id
                and places.track = track.code
            cross join lateral (
                select count(*) filter (where episode.status = 'WAITING') as waiting,
                       count(*) filter (where episode.status = 'WAITING' and offer.id is not null) as kept,
                       count(*) filter (where episode.status = 'ADMITTED' and episode.placement is null) as coming,
                       count(*) filter (where episode.status <> 'WAITING') as taken,
                       min(episode.waiting_since) filter (where episode.status = 'WAITING') as since
                from episode
                left join offer on offer.clinic_id = episode.clinic_id and offer.episode_id = episode.id
                    and offer.status in ('OPEN', 'ACCEPTED')
                where episode.clinic_id = program.clinic_id and episode.program_id = program.id
                  and episode.track = track.code and episode.status in ('WAITING', 'ADMITTED', 'DISCHARGE_PLANNED')) people
            where program.clinic_id = platform.current_clinic()
            order by program.name, track.code
            """;

    private final Sql sql;

    Capacity(Sql sql) {
        this.sql = sql;
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
            @Schema(examples = "9") int taken,
            @Nullable Instant waitingSince) {}

    List<Track> tracks() {
        return sql.list(TRACKS, row -> {
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
                    since == null ? null : since.toInstant());
        });
    }
}
