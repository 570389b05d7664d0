package org.stepwell.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.stepwell.platform.access.PurposeOfUse;

/** The headers that all guarded operations understand, in the API's description: for which clinic, what for, and only once. */
final class CallerHeaders {

    private static final String CLINIC = "XClinic";
    private static final String PURPOSE = "XPurposeOfUse";
    private static final String KEY = "IdempotencyKey";

    private CallerHeaders() {}

    /** What they are, once for all operations. */
    static void describe(Components components) {
        var codes = Arrays.stream(PurposeOfUse.values()).map(PurposeOfUse::name).toList();
        var purposes = Arrays.stream(PurposeOfUse.values())
                .map(purpose -> purpose.name() + ": " + purpose.words())
                .collect(Collectors.joining("; "));
        components.addParameter(
                CLINIC,
                header(
                        "X-Clinic",
                        "One of the clinics that the token names; needed where it names several.",
                        string().format("uuid")));
        components.addParameter(
                PURPOSE,
                header(
                        PurposeOfUse.HEADER,
                        "What the record is used for, as the audit tells the patient (%s).".formatted(purposes),
                        string().enumeration(List.copyOf(codes))));
        components.addParameter(
                KEY,
                header(
                        "Idempotency-Key",
                        "A key of the caller's own for this request. Sent again with it, it is done once and answered the"
                                + " same. Where nobody is asked to sign in it is not looked at: each request is done.",
                        string().minLength(1)
                                .maxLength(IdempotentRequest.KEY_CHARACTERS_MAX)
                                .addExample("front-desk-2026-03-02-17")));
    }

    /** Those that an operation takes; an answer is kept in the transaction of what was done, or not at all. */
    static void addTo(HttpMethod method, Operation operation, boolean inATransaction) {
        operation.addParameter(reference(CLINIC)).addParameter(reference(PURPOSE));
        if (method == HttpMethod.POST && inATransaction) {
            operation.addParameter(reference(KEY));
        }
    }

    private static Parameter header(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(schema);
    }

    private static Schema string() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }

    private static Parameter reference(String name) {
        return OASFactory.createParameter().ref(name);
    }
}
