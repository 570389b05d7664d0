package org.stepwell.enrollment.packet;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** What a patient has signed, and what is left. */
@Path("patients/{patient}/admission-packet")
class PacketResource {

    private final Packets packets;
    private final Access access;

    PacketResource(Packets packets, Access access) {
        this.packets = packets;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "The forms of an admission, each with the version that was signed and the one in use")
    public List<Packets.Item> read(PatientId patient) {
        access.to(patient);
        return packets.of(patient);
    }
}
