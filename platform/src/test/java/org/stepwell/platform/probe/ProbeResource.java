package org.stepwell.platform.probe;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;

@Path("probes")
class ProbeResource {

    private final EntityManager entities;
    private final Outbox outbox;
    private final Access access;
    private final Clock clock;

    ProbeResource(EntityManager entities, Outbox outbox, Access access, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.access = access;
        this.clock = clock;
    }

    record Form(
            @NotBlank @Size(max = 60) String name,
            @NotNull PatientId patient,
            @Max(9) int size,
            @Nullable LocalDate day) {}

    record View(UUID id, String name) {
        static View of(Probe probe) {
            return new View(probe.id, probe.name);
        }
    }

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Make one")
    public RestResponse<View> make(@NotNull @Valid Form form) {
        var probe = new Probe(Uuid7.next(), form.patient(), form.name());
        entities.persist(probe);
        entities.flush();
        outbox.append(probe.said(clock.instant()));
        return Answers.created(View.of(probe), "probes/" + probe.id, probe.version);
    }

    @GET
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "Read them")
    public RestResponse<Page<View>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var found = entities.createQuery("from Probe where id > ?1 order by id", Probe.class)
                .setParameter(1, page.after())
                .setMaxResults(page.fetch())
                .getResultList();
        found.forEach(probe -> access.to(probe.patient));
        return Page.of(found, page, View::of, probe -> probe.id, uri);
    }

    @GET
    @Path("{id}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "Read one")
    public RestResponse<View> read(UUID id) {
        var probe = find(id);
        access.to(probe.patient);
        return Answers.versioned(View.of(probe), probe.version);
    }

    @GET
    @Path("{id}/careless")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "Read one and forget to ask the policy")
    public View careless(UUID id) {
        return View.of(find(id));
    }

    @PUT
    @Path("{id}")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Rename one")
    public RestResponse<View> rename(
            UUID id, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        var probe = find(id);
        IfMatch.require(version, probe.version);
        probe.name = form.name();
        entities.flush();
        return Answers.versioned(View.of(probe), probe.version);
    }

    @GET
    @Path("unguarded")
    public String unguarded() {
        return "nobody should read this";
    }

    @GET
    @Path("broken")
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "Fail by our mistake")
    public String broken() {
        throw new IllegalStateException("a secret of ours");
    }

    private Probe find(UUID id) {
        var found = entities.find(Probe.class, id);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }
}
