package org.stepwell.platform.probe;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.problem.LargeBody;

/** Operations to knock at: what they do is nothing, what they refuse is the point. */
@Path("edges")
@Guard(Policy.CLINIC_MEMBERS_READ)
class EdgeResource {

    record Many(@NotNull List<Integer> sizes) {}

    record Said(@NotNull String text) {}

    @POST
    @Path("many")
    @Operation(summary = "How many there are")
    public int many(@NotNull @Valid Many many) {
        return many.sizes().size();
    }

    @POST
    @Path("large")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @LargeBody(mebibytes = 5)
    @Operation(summary = "How many bytes there are")
    public int large(@NotNull byte[] bytes) {
        return bytes.length;
    }

    @GET
    @Path("heavy")
    @StepUp
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(summary = "Do what asks for a second factor")
    public String heavy() {
        return "done";
    }

    @GET
    @Path("rationed")
    @Rationed
    @Operation(summary = "Try a name")
    public String rationed() {
        return "nobody";
    }

    @POST
    @Path("broken")
    @Operation(summary = "Fail by our mistake, with what was said in the message")
    public String broken(@NotNull @Valid Said said) throws SQLException {
        throw new SQLException(
                "ERROR: relation \"patient\" does not exist at db-0.stepwell.internal; said was " + said.text(),
                "42P01");
    }
}
