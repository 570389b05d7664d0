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
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
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
    private final Caller caller;

    ParkedResource(Parked parked, Consumers consumers, AuditAhead audit, Caller caller) {
        this.parked = parked;
        this.consumers = consumers;
        this.audit = audit;
        this.caller = caller;
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

            @Schema(
                    examples = "019a0000-0000-7000-8000-0000000000d1",
                    description = "as the list of parked keys says it; empty where the records have none")
            @NotNull
            String key,

            @Schema(
                    examples = "4",
                    description =
                            "only where numbers before it have not come: the number to go on with, without them for good")
            @Nullable
            Long from,

            @Schema(
                    examples = "7",
                    description =
                            "only where a parked record can not be applied: its number, 0 where it has none, to go on without"
                                    + " it for good")
            @Nullable
            Long passing) {}

    /** How many records were applied, and how many were left out for good. */
    @Schema(name = "Replayed")
    record Replayed(int records, @Schema(examples = "0") int passed) {}

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
    @StepUp
    @Operation(
            summary = "Apply the parked records of one key, in order",
            description =
                    "It stops at a missing number: look for it first. What comes after that number is gone on with only"
                            + " where the request names it, and the number left out is never applied any more. It stops at a"
                            + " record that can not be applied, too: that one is left out only where the request names it,"
                            + " and is kept apart, with who left it out.")
    public Replayed replay(@NotNull @Valid ReplayForm replay) {
        var again = consumers
                .replay(replay.listener())
                .orElseThrow(() -> new Refusal(
                        EventRule.NO_SUCH_LISTENER, "No listener is called so (%s).".formatted(replay.listener())));
        audit.write();
        var by = caller.work().orElseThrow().actor();
        var done = again.of(new ReplayOrder(replay.topic(), replay.key(), replay.from(), replay.passing(), by));
        return new Replayed(done.applied(), done.passed());
    }
}
