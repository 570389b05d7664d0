package org.stepwell.platform.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.audit.AuditAhead;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.PassingTrouble;
import org.stepwell.platform.problem.Refusal;

/** What could not be applied, and its replay after a fix. Bodies are not shown. */
@Path("parked")
@Guard(Policy.OPS_OPERATE)
class ParkedResource {

    private static final int KEYS_AT_ONCE = 200;

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
            UUID id,
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

    /** Which keys to replay. */
    @Schema(name = "ReplayAllRequest")
    record ReplayAllForm(
            @Schema(examples = "enrollment") @NotBlank String listener,

            @Schema(description = "only keys that are held by this; without it, by whatever", examples = "UNREADABLE")
            @Nullable
            Why why,

            @Schema(description = "as the answer before said it, to go on") @Nullable
            UUID after) {}

    /** What came of many keys. */
    @Schema(name = "ReplayedAll")
    record ReplayedAll(
            @Schema(description = "how many keys were tried", examples = "200")
            int keys,

            @Schema(description = "how many records were applied", examples = "412")
            int records,

            @Schema(description = "how many of these keys are held still", examples = "3")
            int held,

            @Schema(description = "where there are more: say it again, to go on") @Nullable
            UUID after) {}

    @GET
    @Transactional
    @Operation(summary = "Keys with records that could not be applied")
    public RestResponse<Page<View>> list(
            @QueryParam("listener") @Parameter(description = "without it, all", example = "enrollment") @Nullable
                    String listener,
            @QueryParam("why")
                    @Parameter(description = "what holds them; without it, whatever", example = "FAILED")
                    @Nullable
                    Why why,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(
                parked.held(page.after(), listener, why, page.fetch()),
                page,
                ParkedResource::view,
                held -> held.key().id(),
                uri);
    }

    private static View view(Parked.Summary held) {
        var key = held.key();
        return new View(
                key.id(),
                key.listener(),
                key.topic(),
                key.key(),
                held.records(),
                held.sequence(),
                held.reason(),
                held.parkedAt());
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
        var again = listener(replay.listener());
        audit.write();
        var done = again.of(new ReplayOrder(replay.topic(), replay.key(), replay.from(), replay.passing(), by()));
        return new Replayed(done.applied(), done.passed());
    }

    @POST
    @Path("replay-all")
    @StepUp
    @Operation(
            summary = "Apply the parked records of many keys, after a release or a repair",
            description =
                    "Up to 200 keys; the answer says whether there are more. What can not be applied stays as it is.")
    public ReplayedAll replayAll(@NotNull @Valid ReplayAllForm form) {
        var again = listener(form.listener());
        var after = form.after() == null ? ParkedKey.BEFORE_ALL : form.after();
        audit.write();
        var keys = QuarkusTransaction.requiringNew()
                .call(() -> parked.held(after, form.listener(), form.why(), KEYS_AT_ONCE));
        int records = 0;
        int held = 0;
        for (var one : keys) {
            try {
                records += again.of(new ReplayOrder(one.key().topic(), one.key().key(), null, null, by()))
                        .applied();
            } catch (Refusal | PassingTrouble e) {
                held++;
            }
        }
        return new ReplayedAll(
                keys.size(),
                records,
                held,
                keys.size() < KEYS_AT_ONCE ? null : keys.getLast().key().id());
    }

    private Replay<?> listener(String name) {
        return consumers
                .replay(name)
                .orElseThrow(() ->
                        new Refusal(EventRule.NO_SUCH_LISTENER, "No listener is called so (%s).".formatted(name)));
    }

    private String by() {
        return caller.work().orElseThrow().actor();
    }
}
