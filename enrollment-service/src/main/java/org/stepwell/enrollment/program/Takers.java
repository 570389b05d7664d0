package org.stepwell.enrollment.program;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.database.Sql;

/** Who waits for a program or is in it, and in which of its tracks. */
@Singleton
class Takers {

    private final Sql sql;

    Takers(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is in use.
     *
     * @param tracks also that which somebody is still in, and that to which somebody changes later
     */
    record Use(int people, Set<String> tracks) {}

    private record One(UUID episode, String track) {}

    Use of(ProgramId program, LocalDate today) {
        var people = new HashSet<UUID>();
        var tracks = new HashSet<String>();
        sql.list("""
                        select id, unnest(array[track, track_on(clinic_id, id, ?, track)]) as used from episode
                        where clinic_id = platform.current_clinic() and program_id = ?
                          and status in ('WAITING', 'ADMITTED', 'ON_HOLD', 'DISCHARGE_PLANNED')
                        """, row -> new One(row.getObject("id", UUID.class), row.getString("used")), today, program.value())
                .forEach(one -> {
                    people.add(one.episode());
                    tracks.add(one.track());
                });
        return new Use(people.size(), tracks);
    }
}
