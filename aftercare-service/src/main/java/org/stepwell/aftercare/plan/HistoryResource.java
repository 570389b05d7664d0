package org.stepwell.aftercare.plan;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;

/** What was decided of a plan before. */
@Path("plans/{plan}/history")
@Guard(Policy.CLINICAL_READS)
class HistoryResource {

    private final AftercarePlans plans;
    private final Stints stints;
    private final Access access;
    private final SealedJson sealed;
    private final Sql sql;

    HistoryResource(AftercarePlans plans, Stints stints, Access access, SealedJson sealed, Sql sql) {
        this.plans = plans;
        this.stints = stints;
        this.access = access;
        this.sealed = sealed;
        this.sql = sql;
    }

    /** What a plan followed before, and who decided what of it. */
    @Schema(name = "AftercareHistory")
    record View(
            AftercarePlanId plan,

            @Schema(description = "what it followed before a readmission, oldest first")
            List<Followed> followed,

            @Schema(
                    description =
                            "how often the patient was asked, where somebody set it; the last hundred, newest last")
            List<Paced> paces,

            @Schema(description = "by which ways the patient agreed to be asked; the last hundred, newest last")
            List<Agreed> channels) {}

    @Schema(name = "AftercareFollowed")
    record Followed(
            EpisodeId episode,

            @Schema(description = "the last day in the program")
            LocalDate activeFrom,

            @Schema(description = "when the patient was admitted again")
            Instant pausedAt) {

        static Followed of(Stint stint) {
            return new Followed(stint.episode(), stint.activeFrom(), stint.pausedAt());
        }
    }

    @Schema(name = "AftercarePaced")
    record Paced(Pace pace, String reason, StaffId setBy, Instant setAt) {}

    @Schema(name = "AftercareAgreed")
    record Agreed(
            Set<Channel> channels,
            Instant agreedAt,

            @Schema(description = "to whom of the staff; missing where the patient wrote it down") @Nullable
            StaffId writtenBy) {}

    @GET
    @Transactional
    @Operation(summary = "Read what a plan followed before, and who set its pace and its channels, when and why")
    public View read(AftercarePlanId plan) {
        access.to(plans.of(plan).patient());
        return new View(
                plan,
                stints.of(plan).stream().map(Followed::of).toList(),
                sql.list("""
                        select * from plan_pace
                        where clinic_id = platform.current_clinic() and plan_id = ? order by id desc limit 100
                        """, this::paced, plan.value()).reversed(),
                sql.list("""
                        select * from plan_channels
                        where clinic_id = platform.current_clinic() and plan_id = ? order by id desc limit 100
                        """, HistoryResource::agreed, plan.value()).reversed());
    }

    private Paced paced(ResultSet row) throws SQLException {
        return new Paced(
                Pace.valueOf(row.getString("pace")),
                sealed.open(ChangePlan.REASON, row.getObject("id", UUID.class), row.getString("reason"), String.class),
                new StaffId(row.getObject("set_by_id", UUID.class)),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private static Agreed agreed(ResultSet row) throws SQLException {
        @Nullable UUID writtenBy = row.getObject("written_by_id", UUID.class);
        return new Agreed(
                Objects.requireNonNull(Channel.read(row.getString("channels"))),
                row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                writtenBy == null ? null : new StaffId(writtenBy));
    }
}
