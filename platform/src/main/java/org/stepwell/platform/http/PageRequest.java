package org.stepwell.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page: after which id, and how many. */
public class PageRequest {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @QueryParam("after")
    @Parameter(description = "the last id of the page before")
    @Nullable
    UUID after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    /** The id the page starts after; an id before all others for the first page. */
    public UUID after() {
        return after == null ? BEFORE_ALL : after;
    }

    /** How many the caller wants. */
    public int limit() {
        return limit;
    }

    /** How many to fetch: one more, to know whether there is another page. */
    public int fetch() {
        return limit + 1;
    }
}
