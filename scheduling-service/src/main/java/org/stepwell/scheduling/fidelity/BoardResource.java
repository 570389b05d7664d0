package org.stepwell.scheduling.fidelity;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.scheduling.calendar.ClinicTime;

/** Who is at risk this week, and why, while it can still be saved. */
@Path("board")
class BoardResource {

    private final Board board;
    private final ClinicTime time;

    BoardResource(Board board, ClinicTime time) {
        this.board = board;
        this.time = time;
    }

    @GET
    @Transactional
    @Guard(Policy.COORDINATORS_SEAT)
    @Operation(
            summary = "The week of everybody in the programs: how many will have what they need, who will not, and why",
            description = "Ask again with the ETag as If-None-Match: what has not changed is answered by 304.")
    public RestResponse<Board.View> read(
            @QueryParam("on") @Parameter(description = "a day of the week; today unless said") @Nullable LocalDate on) {
        var view = board.of(time.weekStart(on == null ? time.today() : on));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, "W/\"" + digest(view) + "\"")
                .build();
    }

    /** The same for the same board, in every replica. */
    private static UUID digest(Board.View view) {
        return UUID.nameUUIDFromBytes(view.toString().getBytes(StandardCharsets.UTF_8));
    }
}
