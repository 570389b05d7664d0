package org.stepwell.scheduling.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.scheduling.columns.Columns;

/** A session on the calendar; a visit has no group, and maybe no room; what is by telehealth has no room. */
@Schema(name = "SessionView")
public record SessionView(
        SessionId id,
        @Nullable GroupId group,
        @Nullable String groupName,
        Modality modality,
        LocalDate day,
        Instant start,
        Instant end,
        @Nullable RoomId room,
        @Nullable String roomName,
        boolean telehealth,
        List<StaffId> facilitators,
        int capacity,
        int taken,

        @Schema(description = "whether fewer are seated than its group is to have at least", examples = "false")
        boolean tooFew,

        @Schema(description = "what it is about, where its group has a curriculum", examples = "Coping with craving")
        @Nullable
        String unit,

        Session.Status status) {

    static SessionView read(ResultSet row) throws SQLException {
        return new SessionView(
                Columns.id(row, "id", SessionId::new),
                Columns.idOrNull(row, "group_id", GroupId::new),
                row.getString("group_name"),
                Modality.valueOf(row.getString("modality")),
                Columns.day(row, "day"),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                Columns.idOrNull(row, "room_id", RoomId::new),
                row.getString("room_name"),
                row.getString("meeting_link") != null,
                Columns.ids(row, "facilitators", StaffId::new),
                row.getInt("capacity"),
                row.getInt("taken"),
                row.getBoolean("too_few"),
                row.getString("unit"),
                Session.Status.valueOf(row.getString("status")));
    }
}
