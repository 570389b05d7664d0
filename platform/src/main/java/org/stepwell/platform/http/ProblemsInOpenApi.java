package org.stepwell.platform.http;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.stepwell.platform.problem.Problem;

/** Every operation may answer with a problem, which looks the same everywhere; {@code GET /problems} lists the rules. */
final class ProblemsInOpenApi {

    private static final String NAME = "Problem";
    private static final String FIELD = "ProblemField";

    private ProblemsInOpenApi() {}

    /** What a problem is, once for all operations. */
    static void describe(Components components) {
        components.addSchema(
                FIELD,
                object("Where it is wrong, and what is expected there.")
                        .addProperty("pointer", text("/start"))
                        .addProperty("detail", text("must not be null")));
        components.addSchema(
                NAME,
                object("Why a request was refused, or failed (RFC 9457).")
                        .addProperty("type", text("/api/enrollment/v1/problems/treatment-consent-required"))
                        .addProperty("title", text("A patient is admitted only with signed consent to treatment."))
                        .addProperty(
                                "status",
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.INTEGER))
                                        .addExample(409))
                        .addProperty("detail", text("No consent of kind TREATMENT is in force."))
                        .addProperty("instance", text("/api/enrollment/v1/episodes"))
                        .addProperty("traceId", text("86a06ac58aa54ef4fa495c1d0f2381cb"))
                        .addProperty(
                                "errors",
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.ARRAY))
                                        .items(OASFactory.createSchema().ref(FIELD))));
        components.addResponse(
                NAME,
                OASFactory.createAPIResponse()
                        .description("What is wrong, as a sentence")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(NAME)))));
    }

    /** Any operation may be refused, and any may fail. */
    static void addTo(Operation operation) {
        for (var status : List.of("4XX", "5XX")) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(NAME));
        }
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).description(description);
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).addExample(example);
    }
}
