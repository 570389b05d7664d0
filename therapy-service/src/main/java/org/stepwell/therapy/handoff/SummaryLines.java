package org.stepwell.therapy.handoff;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Reach;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;

/** The discharge summaries that somebody still has to sign, as lists show them. */
@Singleton
class SummaryLines {

    private static final String LINE = """
            select episode_id, patient_id, last_day, has_left, due_on, overdue_at, content is not null as written,
                signed_at is not null as to_cosign
            from discharge_summary
            """;
    private static final String OWED = LINE + """
            where clinic_id = platform.current_clinic() and status = 'DRAFT' and last_day is not null and episode_id > ?
            """;
    private static final String LATE = LINE + """
            where clinic_id = platform.current_clinic() and overdue_at is not null and episode_id > ?
            """;
    private static final String WITHIN_REACH = "and (%s or %s)"
            .formatted(
                    CareTeams.nobody("discharge_summary.patient_id"),
                    CareTeams.includes("discharge_summary.patient_id"));
    private static final String PAGE = " order by episode_id limit ?";

    private final Sql sql;

    SummaryLines(Sql sql) {
        this.sql = sql;
    }

    /** In the order in which the episodes began; of patients within reach: whom one treats, or nobody does yet. */
    List<SummaryLine> owed(boolean late, Reach reach, PageRequest page) {
        var which = late ? LATE : OWED;
        return reach.wholeClinic()
                ? sql.list(which + PAGE, SummaryLines::read, page.after(), page.fetch())
                : sql.list(
                        which + WITHIN_REACH + PAGE,
                        SummaryLines::read,
                        page.after(),
                        reach.staffOrNobody(),
                        page.fetch());
    }

    private static SummaryLine read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime overdue = row.getObject("overdue_at", OffsetDateTime.class);
        return new SummaryLine(
                new EpisodeId(row.getObject("episode_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("has_left"),
                row.getObject("due_on", LocalDate.class),
                overdue == null ? null : overdue.toInstant(),
                row.getBoolean("written"),
                row.getBoolean("to_cosign"));
    }
}
