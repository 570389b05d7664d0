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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.inquiry.ReceiveInquiry;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.edge.Rationed;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.SealedJson;

/** Registration, and finding somebody again. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
class PatientResource {

    private final Patients patients;
    private final DescribePatient describing;
    private final ReceiveInquiry inquiries;
    private final Access access;

    PatientResource(
            Patients patients, DescribePatient describing, ReceiveInquiry inquiries, SealedJson sealed, Access access) {
        this.patients = patients;
        this.describing = describing;
        this.inquiries = inquiries;
        this.access = access;
    }

    /** A line in a list: enough to pick the right person, no more. */
    @Schema(name = "PatientLine")
    record Line(PatientId id, String givenName, String familyName, LocalDate birthDate) {
        static Line of(PatientId patient, ContactBlock who) {
            return new Line(patient, who.givenName(), who.familyName(), who.birthDate());
        }
    }

    @POST
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(
            summary = "Register a patient",
            description =
                    "Whoever looks like a patient of the clinic is refused until somebody looked (patients/matches) and"
                            + " named in notTheSameAs those who are somebody else.")
    @APIResponseSchema(value = PatientView.class, responseCode = "201")
    public RestResponse<PatientView> register(@NotNull @Valid PatientForm form) {
        var patient = new Patient(new PatientId(Uuid7.next()), form.inquiry());
        if (form.inquiry() != null) {
            inquiries.registered(form.inquiry());
        }
        describing.register(patient, form);
        return Answers.created(patients.view(patient), "patients/" + patient.id(), patient.version());
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
    public RestResponse<PatientView> read(PatientId patient) {
        var found = patients.of(patient);
        access.to(patient);
        return Answers.versioned(patients.view(found), found.version());
    }

    @PUT
    @Path("{patient}")
    @Transactional
    @Guard(Policy.INTAKE_ENROLLS)
    @Operation(summary = "Correct a patient's details")
    public RestResponse<PatientView> correct(
            PatientId patient, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid PatientForm form) {
        var found = patients.of(patient);
        IfMatch.require(version, found.version());
        found.mustHaveComeFrom(form.inquiry());
        describing.correct(found, form);
        return Answers.versioned(patients.view(found), found.version());
    }

    private Line line(Patient patient) {
        return Line.of(patient.id(), patients.contactOf(patient));
    }
}
