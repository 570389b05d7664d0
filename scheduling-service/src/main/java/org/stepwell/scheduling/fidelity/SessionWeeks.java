package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.columns.Columns;

/** A session was closed, corrected, cancelled or got a seat more: measures the weeks of everybody in it. */
@Singleton
class SessionWeeks implements DueDoor {

    static final String KIND = "week-of-session";

    private final Weeks weeks;
    private final ClinicTime time;
    private final Sql sql;

    SessionWeeks(Weeks weeks, ClinicTime time, Sql sql) {
        this.weeks = weeks;
        this.time = time;
        this.sql = sql;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var seated = sql.list(
                """
                select s.day, t.episode_id from session s
                join seat t on t.clinic_id = s.clinic_id and t.session_id = s.id
                where s.clinic_id = platform.current_clinic() and s.id = ? and t.kind <> 'AFTERCARE'
                """, row -> Map.entry(Columns.id(row, "episode_id", EpisodeId::new), Columns.day(row, "day")), subject);
        if (!seated.isEmpty()) {
            weeks.measureWithNext(
                    seated.stream().map(Map.Entry::getKey).toList(),
                    time.weekStart(seated.getFirst().getValue()));
        }
    }
}
