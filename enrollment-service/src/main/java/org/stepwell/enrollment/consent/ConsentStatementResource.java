package org.stepwell.enrollment.consent;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;

/** What somebody reads before they sign. */
@Path("consent-statements")
class ConsentStatementResource {

    /** The statements in use; their version goes into the signature. */
    @Schema(name = "ConsentStatements")
    record Statements(String version, List<OfKind> kinds) {

        /** What belongs to one kind of consent. */
        @Schema(name = "ConsentStatementsOfKind")
        record OfKind(ConsentKind kind, List<String> statements) {}
    }

    @GET
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "The statements that somebody reads before they sign a consent to disclosure")
    public Statements list() {
        return new Statements(
                ConsentText.STATEMENTS,
                Arrays.stream(ConsentKind.values())
                        .filter(ConsentKind::disclosure)
                        .map(kind -> new Statements.OfKind(kind, ConsentText.statements(kind)))
                        .toList());
    }
}
