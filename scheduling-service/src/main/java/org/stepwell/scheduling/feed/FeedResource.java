package org.stepwell.scheduling.feed;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.NotDisclosed;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.link.SecretLinks;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Patients;
import org.stepwell.scheduling.feed.CalendarLink.Of;

/** The calendars themselves, opened by phones that can not sign in. */
@Path("links/{clinic}")
@Guard(Policy.LINK_HOLDERS_OPEN)
class FeedResource {

    private static final String CALENDAR = "text/calendar;charset=utf-8";
    private static final String STAFFS_LANGUAGE = "en";

    private final SecretLinks links;
    private final Entries entries;
    private final Patients patients;
    private final Caller caller;
    private final ClinicTime time;

    FeedResource(SecretLinks links, Entries entries, Patients patients, Caller caller, ClinicTime time) {
        this.links = links;
        this.entries = entries;
        this.patients = patients;
        this.caller = caller;
        this.time = time;
    }

    @GET
    @Path("calendars/{secret:" + SecretLinks.SECRET + "}")
    @Produces(CALENDAR)
    @Transactional
    @NotDisclosed("the patient's own hours, by a link of their own")
    @Operation(
            summary = "A patient's calendar, for a phone that subscribes to it",
            description = "Ask again with the ETag as If-None-Match: what has not changed is answered by 304.")
    public RestResponse<String> ofPatient(ClinicId clinic, @PathParam("secret") String secret) {
        var patient = new PatientId(links.subjectOf(Of.PATIENT.kind(), secret));
        caller.touches(patient);
        return written(entries.of(patient, time.now()), patients.languageOf(patient));
    }

    @GET
    @Path("staff-calendars/{secret:" + SecretLinks.SECRET + "}")
    @Produces(CALENDAR)
    @Transactional
    @NotDisclosed("rooms and hours, and nobody who comes")
    @Operation(
            summary = "A clinician's calendar, for a phone that subscribes to it",
            description = "Ask again with the ETag as If-None-Match: what has not changed is answered by 304.")
    public RestResponse<String> ofStaff(ClinicId clinic, @PathParam("secret") String secret) {
        var staff = new StaffId(links.subjectOf(Of.STAFF.kind(), secret));
        return written(entries.of(staff, time.now()), STAFFS_LANGUAGE);
    }

    private RestResponse<String> written(List<Entry> found, String language) {
        var same = UUID.nameUUIDFromBytes((found + language).getBytes(StandardCharsets.UTF_8));
        return RestResponse.ResponseBuilder.ok(Ics.write(found, language, time.now()))
                .header(HttpHeaders.ETAG, "W/\"" + same + "\"")
                .build();
    }
}
