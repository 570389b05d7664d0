package org.stepwell.platform.audit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.MergedPatients;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

/** Who saw my record: the same question, and the same answer, in every service; also what was seen of a duplicate of it. */
@Path("patients/{patient}/accesses")
@Guard(Policy.RECORD_ACCESSES_SHOWN)
class AccessesResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    static final String OF_PATIENT = """
            select %s from (
                select distinct p.audit_id
                from unnest(?) as record(id), lateral (
                    select audit_id from platform.audit_patient
                    where clinic_id = platform.current_clinic() and patient_id = record.id and audit_id < ?
                    order by audit_id desc limit ?) p) seen
            join platform.audit a on a.id = seen.audit_id
            order by a.id desc limit ?
            """.formatted(AuditRow.COLUMNS);

    private final Sql sql;
    private final MergedPatients merged;
    private final Access access;
    private final OperationWords words;

    AccessesResource(Sql sql, MergedPatients merged, Access access, OperationWords words) {
        this.sql = sql;
        this.merged = merged;
        this.access = access;
        this.words = words;
    }

    /** One look at the record, or one attempt. */
    @Schema(name = "RecordAccess")
    record View(
            UUID id,
            Instant at,

            @Schema(examples = "[\"clinician\"]") List<String> roles,

            @Schema(
                    description =
                            "who it was, as the token names them; not shown to the patient where a stranger was refused")
            @Nullable
            String actor,

            @Schema(
                    description =
                            "the member of the staff; scheduling tells everybody of the clinic their name, at /staff/{staff}")
            @Nullable
            UUID staff,

            @Schema(description = "it was whoever reads this", examples = "false")
            boolean byMe,

            @Schema(examples = "EpisodeResource_read") String operation,

            @Schema(description = "what was done, in words", examples = "One stay, with its dates")
            String what,

            @Schema(description = "C(reate), R(ead), U(pdate), D(elete) or E(xecute)", examples = "R")
            String action,

            @Schema(examples = "TREAT") @Nullable String purpose,

            @Schema(
                    enumeration = {"ALLOWED", "REFUSED", "FAILED"},
                    examples = "ALLOWED")
            String outcome) {

        static View of(AuditRow row, boolean anonymous, boolean byMe, String what) {
            return new View(
                    row.id(),
                    row.at(),
                    row.roles(),
                    anonymous ? null : row.actor(),
                    anonymous ? null : row.staff(),
                    byMe,
                    row.operation(),
                    what,
                    row.action(),
                    row.purpose(),
                    row.outcome());
        }
    }

    @GET
    @Transactional
    @Operation(summary = "Who saw the record, or tried to, newest first")
    public RestResponse<Page<View>> list(PatientId patient, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        access.to(patient);
        var before = page.after().equals(BEFORE_ALL) ? AFTER_ALL : page.after();
        var found = sql.list(OF_PATIENT, AuditRow::read, merged.recordsOf(patient), before, page.fetch(), page.fetch());
        return Page.of(found, page, this::view, AuditRow::id, uri);
    }

    private View view(AuditRow row) {
        return View.of(row, hidden(row), access.isCaller(row.actor()), words.of(row.operation()));
    }

    /** A patient learns that somebody saw nothing, but not who: that may be another patient who mistook a link. */
    private boolean hidden(AuditRow row) {
        return access.byPatient() && !row.outcome().equals("ALLOWED") && !access.isCaller(row.actor());
    }
}
