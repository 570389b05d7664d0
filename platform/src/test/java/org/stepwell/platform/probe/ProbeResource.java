package org.stepwell.platform.probe;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
            @Nullable LocalDate day,
            @Nullable Instant at) {}

    enum Color {
        RED,
        BLUE
    }

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

    @POST
    @Path("said")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Say that one was made, and store nothing else")
    public View said(@NotNull @Valid Form form) {
        var probe = new Probe(Uuid7.next(), form.patient(), form.name());
        outbox.append(probe.said(clock.instant()));
        return View.of(probe);
    }

    @POST
    @Path("nothing")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Answer nothing")
    public void nothing() {}

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
    @Path("asked")
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "Repeat the parameters")
    public String asked(
            @Valid @BeanParam PageRequest page,
            @QueryParam("patient") @Nullable PatientId patient,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("at") @Nullable Instant at,
            @QueryParam("color") @DefaultValue("RED") Color color,
            @QueryParam("count") @DefaultValue("7") int count,
            @QueryParam("patients") List<PatientId> patients) {
        return "%d %s %s %s %s %d %s".formatted(page.limit(), patient, on, at, color, count, patients);
    }

    @GET
    @Path("on/{day}")
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "Repeat the day")
    public String on(LocalDate day) {
        return day.toString();
    }

    @GET
    @Path("named")
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(summary = "How many have this name")
    public int named(@QueryParam("name") String name) {
        return entities.createQuery("from Probe where name = ?1", Probe.class)
                .setParameter(1, name)
                .getResultList()
                .size();
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
