package org.stepwell.aftercare.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.message.Messenger.Channel;

/** A step of the ladder for one check-in; there is one of each kind. */
record Step(
        StepId id,
        CheckInId checkIn,
        AftercarePlanId plan,
        PatientId patient,
        EpisodeId episode,
        StepKind kind,
        Instant dueAt,
        Status status,
        @Nullable UUID person,
        @Nullable Channel channel,
        @Nullable String conclusion,
        @Nullable Instant settledAt) {

    /** Where a step stands. */
    @Schema(name = "OutreachStepStatus")
    enum Status {
        PLANNED,
        /** A message that waits for an hour that is safe. */
        LEAVING,
        /** Staff are asked. */
        OPEN,
        SENT,
        DONE,
        /** The way is not safe for the patient, or not agreed with them. */
        NO_SAFE_WAY,
        /** There is no such mailbox or number. */
        CAME_BACK,
        /** No consent names a support person. */
        NO_CONSENT,
        /** It came too late, and another step took its place. */
        SUPERSEDED,
        /** The patient was heard from, or nobody asks any more. */
        STOPPED
    }

    static Step read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        @Nullable String channel = row.getString("channel");
        return new Step(
                new StepId(row.getObject("id", UUID.class)),
                new CheckInId(row.getObject("check_in_id", UUID.class)),
                new AftercarePlanId(row.getObject("plan_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new EpisodeId(row.getObject("episode_id", UUID.class)),
                StepKind.valueOf(row.getString("kind")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Status.valueOf(row.getString("status")),
                row.getObject("person_id", UUID.class),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("conclusion"),
                settled == null ? null : settled.toInstant());
    }
}
