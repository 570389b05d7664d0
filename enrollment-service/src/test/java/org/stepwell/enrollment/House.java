package org.stepwell.enrollment;

import static org.stepwell.enrollment.Intake.API;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Person;

/** A partner of a clinic and its own system, as words for tests. */
record House(Intake clinic, String partner) {

    /** A partner whom nobody has signed anything with yet. */
    static House of(Intake clinic, String kind) {
        return new House(
                clinic,
                clinic.ada()
                        .asks()
                        .body(Map.of(
                                "kind",
                                kind,
                                "name",
                                "Harbor General " + UUID.randomUUID(),
                                "address",
                                "12 Mill Street"))
                        .post(API + "partners")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** The same with an agreement that lets it do all that partners may. */
    static House agreed(Intake clinic, String kind) {
        var house = of(clinic, kind);
        house.signs("2020-01-01", "2099-12-31", "REFER", "READ_PLACES").statusCode(201);
        return house;
    }

    ValidatableResponse signs(String firstDay, String lastDay, String... lets) {
        return officer()
                .asks()
                .body(agreement(firstDay, lastDay, lets))
                .post(API + "partners/" + partner + "/agreements")
                .then();
    }

    static Map<String, Object> agreement(String firstDay, String lastDay, String... lets) {
        return Map.of(
                "signedBy",
                "Dr. Ruth Park, medical director",
                "reference",
                "Partners 2026-14",
                "lets",
                List.of(lets),
                "firstDay",
                firstDay,
                "lastDay",
                lastDay);
    }

    Person officer() {
        return Person.of("privacy-officer", clinic.clinic());
    }

    /** The partner's own system. */
    Person system() {
        return new Person(
                        "system-of-" + partner,
                        Set.of("partner"),
                        Map.of("clinics", List.of(clinic.clinic().toString())))
                .who(PartnerId.fromString(partner));
    }

    /** Maya is sent, under this number of the partner's, with this said besides. */
    ValidatableResponse sends(String reference, Map<String, ?> more) {
        var form = new HashMap<String, Object>(Map.of(
                "reference",
                reference,
                "reason",
                "FIRST_TREATMENT",
                "whom",
                Map.of("name", "Maya Lindqvist", "phone", "+1 555 0100", "mayLeaveMessage", false)));
        form.putAll(more);
        return system().asks().body(form).post(API + "partner/referrals").then();
    }

    /** Maya is sent; the id of her referral. */
    String sends() {
        return sends("R-" + UUID.randomUUID(), Map.of())
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse reads(String referral) {
        return system().asks().get(API + "partner/referrals/" + referral).then();
    }

    /** The patient consents that this partner learns that they came; the consent's id. */
    String consented(PatientId patient, String... categories) {
        var statements = clinic.ivy().asks().get(API + "consent-statements").path("version");
        return clinic.ivy()
                .asks()
                .body(Map.of(
                        "kind",
                        "NAMED_DISCLOSURE",
                        "terms",
                        Map.of(
                                "discloser",
                                "Riverside IOP",
                                "description",
                                "that I came",
                                "recipients",
                                List.of(Map.of(
                                        "kind", "TREATING_PROVIDER", "id", partner, "name", "Harbor General Hospital")),
                                "purposes",
                                List.of("TREATMENT"),
                                "categories",
                                List.of(categories),
                                "lastDay",
                                "2099-06-30"),
                        "signature",
                        Map.of(
                                "signer",
                                "Maya Lindqvist",
                                "relationship",
                                "SELF",
                                "method",
                                "PAPER",
                                "statements",
                                statements)))
                .post(API + "patients/" + patient + "/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
