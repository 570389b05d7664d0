package org.stepwell.platform.event;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.audit.AuditAhead;
import org.stepwell.platform.problem.Refusal;

/** What could not be applied, and its replay after a fix. Bodies are not shown. */
@Path("parked")
@Guard(Policy.OPS_OPERATE)
class ParkedResource {

    private static final int KEYS_MAX = 200;

    private final Parked parked;
    private final Consumers consumers;
    private final AuditAhead audit;

    ParkedResource(Parked parked, Consumers consumers, AuditAhead audit) {
        this.parked = parked;
        this.consumers = consumers;
        this.audit = audit;
    }

    /** A key whose records are parked, with what stopped the first of them. */
    @Schema(name = "ParkedView")
    record View(
            String listener,
            String topic,
            String key,
            long records,
            @Nullable Long sequence,
            String reason,
            Instant parkedAt) {}

    /** Which key to replay. */
    @Schema(name = "ReplayRequest")
    record ReplayForm(
            @Schema(examples = "enrollment") @NotBlank String listener,

            @Schema(examples = "stepwell.enrollment") @NotBlank
            String topic,

            @Schema(examples = "019a0000-0000-7000-8000-0000000000d1") @NotBlank
            String key,

            @Schema(
                    examples = "4",
                    description =
                            "only where numbers before it have not come: the number to go on with, without them for good")
            @Nullable
            Long from) {}

    /** How many records were applied. */
    @Schema(name = "Replayed")
    record Replayed(int records) {}

    @GET
    @Transactional
    @Operation(summary = "Keys with records that could not be applied, oldest first, at most 200")
    public List<View> list() {
        return parked.list(KEYS_MAX).stream()
                .map(row -> new View(
                        row.listener(),
                        row.topic(),
                        row.key(),
                        row.records(),
                        row.sequence(),
                        row.reason(),
                        row.parkedAt()))
                .toList();
    }

    @POST
    @Path("replay")
    @Operation(
            summary = "Apply the parked records of one key, in order",
            description =
                    "It stops at a missing number: look for it first. What comes after that number is gone on with only"
                            + " where the request names it, and the number left out is never applied any more.")
    public Replayed replay(@NotNull @Valid ReplayForm replay) {
        var again = consumers
                .replay(replay.listener())
                .orElseThrow(() -> new Refusal(
                        EventRule.NO_SUCH_LISTENER, "No listener is called so (%s).".formatted(replay.listener())));
        audit.write();
        return new Replayed(again.of(replay.topic(), replay.key(), replay.from()));
    }
}
