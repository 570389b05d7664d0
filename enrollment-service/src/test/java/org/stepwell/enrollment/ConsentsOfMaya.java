package org.stepwell.enrollment;

import static org.stepwell.enrollment.Intake.API;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.DrawnSignature;
import org.stepwell.platform.testing.Person;

/** Consents that Maya gives or is asked for, as words for tests. */
abstract class ConsentsOfMaya {

    final Intake riverside = new Intake(Person.RIVERSIDE);
    PatientId maya = new PatientId(new java.util.UUID(0, 0));

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
        maya = riverside.patient();
    }

    static Map<String, Object> toTomas() {
        return Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "that I come, and how often",
                "recipients",
                List.of(Map.of("kind", "SUPPORT_PERSON", "name", "Tomas Lindqvist")),
                "purposes",
                List.of("SUPPORT"),
                "categories",
                List.of("PRESENCE", "ATTENDANCE"),
                "lastDay",
                "2099-06-30");
    }

    static Map<String, Object> signature() {
        return Map.of(
                "signer",
                "Maya Lindqvist",
                "relationship",
                "SELF",
                "method",
                "ELECTRONIC",
                "drawing",
                DrawnSignature.stroke(),
                "statements",
                Person.at("intake").asks().get(API + "consent-statements").path("version"));
    }

    ValidatableResponse draft(Map<String, Object> terms) {
        return propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", terms));
    }

    ValidatableResponse signed(Map<String, Object> terms, @Nullable String supersedes) {
        var signature = new HashMap<>(signature());
        if (supersedes != null) {
            signature.put("supersedes", supersedes);
        }
        return propose(Map.of("kind", "NAMED_DISCLOSURE", "terms", terms, "signature", signature));
    }

    ValidatableResponse propose(Map<String, Object> consent) {
        return riverside
                .ivy()
                .asks()
                .body(consent)
                .post(API + "patients/" + maya + "/consents")
                .then();
    }

    ValidatableResponse sign(String consent, Map<String, Object> signature) {
        return Person.at("patient")
                .who(maya)
                .asks()
                .body(signature)
                .post(API + "consents/" + consent + "/signature")
                .then();
    }

    ValidatableResponse read(Object consent) {
        return riverside.ivy().asks().get(API + "consents/" + consent).then().statusCode(200);
    }
}
