package org.stepwell.enrollment.account;

import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.testing.Person;

/** Riverside's invitations and whoever comes with their codes, as words for tests. */
public final class Guests {

    private static final String API = "/api/enrollment/v1/";

    private Guests() {}

    /** A user of the identity provider who is nobody at any clinic yet. */
    static Person fresh() {
        return new Person("fresh-" + UUID.randomUUID(), Set.of(), Map.of());
    }

    /** The clinic is there, under this name unless somebody administers it already. */
    public static void clinic(ClinicId clinic, String name) {
        founded(clinic, name).statusCode(oneOf(201, 409));
    }

    /** As whoever runs the deployment makes it. */
    static ValidatableResponse founded(ClinicId clinic, String name) {
        return Person.of("ops", clinic)
                .with("acr", "2")
                .asks()
                .body(Map.of("name", name, "zone", "America/New_York", "weekStart", "MONDAY"))
                .post(API + "clinics/" + clinic + "/founding")
                .then();
    }

    /** The account of somebody new whom {@code giver} invited and who came. */
    public static String account(Person giver, String role) {
        return accepted(fresh(), code(giver, Map.of("roles", List.of(role))))
                .statusCode(200)
                .extract()
                .path("id");
    }

    static String patient(Person intake) {
        return intake.asks()
                .body(Map.of(
                        "givenName",
                        "Maya " + UUID.randomUUID(),
                        "familyName",
                        "Account-" + UUID.randomUUID(),
                        "birthDate",
                        "1991-04-12",
                        "language",
                        "en",
                        "contactRules",
                        Map.of("phone", true, "textMessage", false, "email", true, "voicemail", false)))
                .post(API + "patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String code(Person giver, Map<String, Object> guest) {
        return invited(giver, guest).statusCode(201).extract().path("code");
    }

    static ValidatableResponse invited(Person giver, Map<String, ?> guest) {
        return giver.asks().body(guest).post(API + "invitations").then();
    }

    static ValidatableResponse accepted(Person who, String code) {
        return who.asks()
                .body(Map.of("code", code))
                .post(API + "invitations/acceptance")
                .then();
    }
}
