package org.stepwell.therapy.notereport;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.therapy.notereport.NoteListResource.NoteLine;

/** What somebody still owes this evening. */
@Path("notes/mine")
class MyNotesResource {

    private final NoteLines lines;
    private final Access access;

    MyNotesResource(NoteLines lines, Access access) {
        this.lines = lines;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CASELOAD_READS)
    @Operation(
            summary =
                    "List the notes that are due or begun of sessions that you led, in the order in which they were begun")
    public RestResponse<Page<NoteLine>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var found = lines.owedBy(access.reach().staffOrNobody(), page.after(), page.fetch());
        return Page.of(found, page, NoteLine::of, NoteLines.Line::id, uri);
    }
}
