package org.stepwell.platform.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;

/** What is due, as it was found. */
record DueRow(
        ClinicId clinic,
        String kind,
        UUID subject,
        Instant dueAt,
        String actor,
        @Nullable UUID causation,
        @Nullable String traceparent,
        int attempts) {

    static DueRow of(ResultSet row) throws SQLException {
        return new DueRow(
                new ClinicId(row.getObject("clinic", UUID.class)),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("causation", UUID.class),
                row.getString("traceparent"),
                row.getInt("attempts"));
    }
}
