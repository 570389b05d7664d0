package org.stepwell.enrollment.patient;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged.ContactRules;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.inquiry.ReceiveInquiry;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Registration, and finding somebody again. */
@Path("patients")
class PatientResource {

    private final Patients patients;
    private final ReceiveInquiry inquiries;
    private final Contact contact;
    private final Names names;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    PatientResource(
            Patients patients,
            ReceiveInquiry inquiries,
            Contact contact,
            Names names,
            ClinicDirectory clinics,
            Access access,
            Outbox outbox,
            Clock clock) {
        this.patients = patients;
        this.inquiries = inquiries;
        this.contact = contact;
        this.names = names;
        this.clinics = clinics;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Schema(name = "PatientView")
    record View(
            PatientId id,
            String givenName,
            String familyName,
            LocalDate birthDate,
            String language,
            @Nullable String zone,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            ContactRules contactRules) {}

    /** A line in a list: enough to pick the right person, no more. */
    @Schema(name = "PatientLine")
    record Line(PatientId id, String givenName, String familyName, LocalDate birthDate) {
        static Line of(PatientId patient, Contact.Block who) {
            return new Line(patient, who.givenName(), who.familyName(), who.birthDate());
        }
    }

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Register a patient")
    @APIResponseSchema(value = View.class, responseCode = "201")
    public RestResponse<View> register(@NotNull @Valid PatientForm form) {
        var patient = new Patient(new PatientId(Uuid7.next()), form.inquiry());
        if (form.inquiry() != null) {
            inquiries.registered(form.inquiry());
        }
        describe(patient, form);
        return Answers.created(view(patient), "patients/" + patient.id(), patient.version());
    }

    @GET
    @Transactional
    @Rationed
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary =
                    "Find patients by the beginning of their family name, sent as a header so that it stands in no URL")
    public RestResponse<Page<Line>> find(
            @RestHeader("X-Family-Name") @DefaultValue("") String familyName,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(patients.page(familyName, page), page, this::line, Patient::id, uri);
    }

    @GET
    @Path("{patient}")
    @Transactional
    @Guard(Policy.CARE_TEAM_READS)
    @Operation(summary = "One patient")
    public RestResponse<View> read(PatientId patient) {
        var found = patients.of(patient);
        access.to(patient);
        return Answers.versioned(view(found), found.version());
    }

    @PUT
    @Path("{patient}")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Correct a patient's details")
    public RestResponse<View> correct(
            PatientId patient, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid PatientForm form) {
        var found = patients.of(patient);
        IfMatch.require(version, found.version());
        found.mustHaveComeFrom(form.inquiry());
        describe(found, form);
        return Answers.versioned(view(found), found.version());
    }

    private void describe(Patient patient, PatientForm form) {
        var now = clock.instant();
        if (!form.birthDate().isBefore(LocalDate.ofInstant(now, clinics.zone()))) {
            throw new Refusal(
                    PatientRule.BORN_IN_THE_FUTURE,
                    "Check the birth date.",
                    List.of(new FieldError("/birthDate", "must be in the past")));
        }
        var identity = names.identity(form.givenName(), form.familyName(), form.birthDate());
        var changed = patient.describe(form.details(), identity, contact.seal(patient.id(), form.contact()), now);
        patients.persistAndFlush(patient);
        names.calls(patient.id(), form.familyName());
        outbox.append(changed);
    }

    private Line line(Patient patient) {
        return Line.of(patient.id(), contact.open(patient.id(), patient.sealedContact()));
    }

    private View view(Patient patient) {
        var details = patient.details();
        var reach = contact.open(patient.id(), patient.sealedContact());
        return new View(
                patient.id(),
                reach.givenName(),
                reach.familyName(),
                reach.birthDate(),
                details.language(),
                details.zone(),
                reach.phone(),
                reach.email(),
                reach.address(),
                details.rules());
    }
}
